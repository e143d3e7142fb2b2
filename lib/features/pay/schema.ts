import { z } from "zod";
import { simulated } from "@/lib/domain/pay/pay-plan";
import { packageItems, payTerms } from "./terms";

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const periodName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-q)?$/);

/** The address of /pay: whose period; a broken one falls back to the running one. */
export const payFilter = z.object({ period: z.preprocess(one, periodName.optional().catch(undefined)) });
export type PayFilter = z.output<typeof payFilter>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-01$/, "not-a-month");
const period = { startsOn: month, months: z.union([z.literal(1), z.literal(3)]) };
const amountText = z.string().regex(/^-?\d{1,18}$/, "not-a-number");

/** Whose slips are approved, each for the payout that was on the screen: another one by now is refused. */
export const approveInput = z.object({
  ...period,
  slips: z
    .array(z.object({ memberId: z.uuid("not-a-choice"), payout: amountText }))
    .min(1, "required")
    .max(500, "too-many"),
});
export const withdrawInput = z.object({ id: z.uuid("not-a-choice"), version: z.int() });
export const closeInput = z.object({
  ...period,
  slips: z
    .array(z.object({ id: z.uuid("not-a-choice"), version: z.int() }))
    .min(1, "required")
    .max(500, "too-many"),
});

/** A plan with the terms of its draft; ids "" for a new plan. `version` is the draft's, 0 while there is none. */
export const planInput = z.object({
  id: z.uuid("not-a-choice").or(z.literal("")),
  name: z.string().trim().min(1, "required").max(120, "too-long"),
  kind: z.enum(["salary-kpi", "tiers"], "choose-one"),
  months: z.union([z.literal(1), z.literal(3)]),
  terms: payTerms,
  package: packageItems,
  version: z.int().min(0),
});
export type PlanInput = z.input<typeof planInput>;

export const activateInput = z.object({ versionId: z.uuid("not-a-choice"), version: z.int(), from: month });
export const discardInput = z.object({ versionId: z.uuid("not-a-choice"), version: z.int() });
export const archivePlanInput = z.object({ id: z.uuid("not-a-choice"), version: z.int(), archived: z.boolean() });
export const simulateInput = z.object({
  planId: z.uuid("not-a-choice").or(z.literal("")),
  terms: payTerms,
  months: z.union([z.literal(1), z.literal(3)]),
  who: z.enum(simulated, "choose-one"),
});

/** Someone's plan from a month on; whatever plan was there ends then. Without a plan it only ends. `base` as a person writes it, "" the plan's own. */
export const assignPlanInput = z.object({
  memberId: z.uuid("not-a-choice"),
  planId: z.uuid("not-a-choice").or(z.literal("")),
  from: month,
  base: z.string().trim().max(30, "too-long"),
});
export const slipAddress = z.object({ member: z.uuid(), period: periodName });
