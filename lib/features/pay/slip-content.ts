import { z } from "zod";
import { wholeText } from "./plain";
import { packageItems, payTerms } from "./terms";

const measure = z.object({
  /** As the component names it: "own:<id>". */
  name: z.string(),
  ru: z.string(),
  en: z.string(),
  unit: z.enum(["money", "percent", "number"]),
  digits: z.number(),
  fact: wholeText.nullable(),
  target: wholeText.nullable(),
});

/** A measure of the KPI matrix as a slip tells it. */
export type SlipMeasure = z.output<typeof measure>;

/** What a slip freezes beside its lines: labels, terms, quota and measures of that time. pay_slip.content. */
export const slipContent = z.object({
  member: z.string(),
  company: z.string(),
  currency: z.string(),
  fiscalStartMonth: z.number(),
  plan: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["salary-kpi", "tiers"]),
    versionId: z.string(),
    number: z.number(),
  }),
  terms: payTerms,
  package: packageItems,
  revenue: wholeText,
  quota: z.object({ amount: wholeText, versions: z.array(z.string()) }).nullable(),
  measures: z.array(measure),
  days: z.object({ worked: z.number(), total: z.number() }),
});
export type SlipContent = z.output<typeof slipContent>;
