import { z } from "zod";
import { payBases } from "@/lib/domain/pay/pay-plan";
import type { SlipLine } from "@/lib/domain/pay/slip-line";
import { plainOf, wholeText } from "./plain";

const line = { component: z.string().nullable(), amount: wholeText };
const points = wholeText.nullable();
const reason = {
  on: z.enum(payBases),
  base: wholeText,
  rate: z.number(),
  sales: z.array(z.object({ ref: z.string(), share: z.number(), amount: wholeText })),
  withoutCost: z.array(z.string()),
  plan: z.string().nullable(),
  quota: wholeText.nullable(),
};
const adjustment = z.object({
  sale: z.string(),
  was: wholeText,
  now: wholeText,
  why: z.enum(["corrected", "returned", "moved", "added"]),
  slip: z.string(),
  component: z.string(),
  paid: wholeText,
  on: wholeText,
  amount: wholeText,
});

const stored = z.discriminatedUnion("kind", [
  z.object({ ...line, kind: z.literal("base"), full: wholeText, worked: z.number(), days: z.number() }),
  z.object({ ...line, kind: z.literal("rate"), ...reason }),
  z.object({
    ...line,
    kind: z.literal("tier"),
    ...reason,
    tier: z.number(),
    from: wholeText,
    to: wholeText.nullable(),
    why: z.enum(["no-plan", "returns"]).nullable(),
  }),
  z.object({
    ...line,
    kind: z.literal("kpi"),
    measure: z.string(),
    weight: z.number(),
    points,
    coefficient: points,
    bonus: wholeText,
  }),
  z.object({ ...line, kind: z.literal("fixed") }),
  z.object({
    ...line,
    kind: z.literal("below-threshold"),
    threshold: z.number(),
    points,
    plan: z.string().nullable(),
  }),
  z.object({
    ...line,
    kind: z.literal("accelerator"),
    from: z.number(),
    factor: z.number(),
    points: wholeText,
    plan: z.string().nullable(),
  }),
  z.object({ ...line, kind: z.literal("cap"), cap: wholeText }),
  z.object({ ...line, kind: z.literal("adjustment"), adjustment }),
  z.object({ ...line, kind: z.literal("floor") }),
]);

/** A line as pay_slip_line.reason keeps it, whole; its sales stand in pay_slip_sale, once for all lines. */
export function lineJson(of: SlipLine): string {
  return plainOf("sales" in of ? { ...of, sales: [] } : of);
}

export function readLine(json: unknown): SlipLine {
  return stored.parse(json);
}
