import { z } from "zod";
import { directions } from "@/lib/domain/kpi";
import { type PayPlan, payBases } from "@/lib/domain/pay/pay-plan";
import { tierModes } from "@/lib/domain/pay/tiers";
import { sourceKinds } from "@/lib/domain/source-kind";
import { coefficientRule } from "@/lib/features/targets/queries/coefficient-rule";
import { wholeText } from "./plain";

const share = z.int().min(0).max(1_000_000);
const common = {
  id: z.string().min(1).max(60),
  threshold: share.nullable(),
  accelerators: z.array(z.object({ from: share, factor: share })).max(10),
  cap: wholeText.nullable(),
};
const ofSales = { on: z.enum(payBases), source: z.enum(sourceKinds).nullable() };
const component = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rate"), ...common, ...ofSales, rate: share }),
  z.object({
    kind: z.literal("tiers"),
    ...common,
    ...ofSales,
    scale: z.object({
      mode: z.enum(tierModes),
      by: z.enum(["quota", "amount"]),
      tiers: z.array(z.object({ from: wholeText, rate: share })).max(20),
    }),
  }),
  z.object({
    kind: z.literal("kpi"),
    ...common,
    bonus: wholeText,
    measures: z
      .array(z.object({ id: z.string().max(60), direction: z.enum(directions), weight: share, rule: coefficientRule }))
      .min(1)
      .max(20),
  }),
  z.object({ kind: z.literal("fixed"), ...common, amount: wholeText }),
]);

/** Terms of a pay plan as they are stored: lib/domain/pay/pay-plan with amounts as text. */
export const payTerms = z.object({
  base: wholeText,
  components: z.array(component).max(20),
  cap: wholeText.nullable(),
});
export type StoredTerms = z.input<typeof payTerms>;

export function readTerms(stored: unknown): PayPlan {
  return payTerms.parse(stored);
}

/**
 * A KPI component names a measure of the person's own or of the team's that the person leads: "own:<id>", "team:<id>". The domain takes the
 * name as it is.
 */
export type MeasureOf = { of: "own" | "team"; measureId: string };

export function readMeasureName(name: string): MeasureOf {
  const [of, measureId] = name.split(":");
  return { of: of === "team" ? "team" : "own", measureId: measureId ?? "" };
}

/** What comes beside money (R35): told, never added. Amounts in base minor units for a year, null where it has none. */
export const packageItems = z
  .array(z.object({ name: z.string().trim().min(1).max(120), amount: wholeText.nullable() }))
  .max(20);
export type PackageItem = z.output<typeof packageItems>[number];
