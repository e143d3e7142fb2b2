import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { lifeStages } from "@/lib/domain/life-stage";
import { sourceKinds } from "@/lib/domain/source-kind";

/** A stage by hand. `seen`: the row that the form showed; null where the client had none. */
export const stageInput = z.strictObject({
  clientId: z.uuid(),
  seen: z.strictObject({ id: z.uuid(), version: z.int() }).nullable(),
  stage: z.enum(lifeStages, "choose-one"),
  reason: z.string().trim().min(1, "required").max(500, "too-long"),
  /** The first day on which the rule decides again. */
  expiresOn: z.string().refine((value) => parseCalendarDate(value) !== null, "not-a-date"),
});

export const releaseStageInput = z.strictObject({ clientId: z.uuid(), id: z.uuid(), version: z.int() });

/** Stands for "without a product group". */
export const NO_GROUP = "none";

const month = z
  .string()
  .regex(/^[12]\d{3}-(0[1-9]|1[0-2])-01$/)
  .optional()
  .catch(undefined);
const flag = z.literal("1").optional().catch(undefined);
const count = (max: number) => z.coerce.number().int().min(1).max(max).optional().catch(undefined);
const one = <T extends z.ZodType>(value: T) => value.optional().catch(undefined);

/** What the address of a client's sale lines may say; whole months [from, to). */
export const saleLineFilter = z.object({
  from: month,
  to: month,
  group: one(z.union([z.uuid(), z.literal(NO_GROUP)])),
  source: one(z.enum(sourceKinds)),
  /** Goods sent back alone. */
  returns: flag,
  q: z.string().trim().max(100).catch(""),
  sort: z
    .string()
    .regex(/^-?(day|amount)$/)
    .catch("-day"),
  page: count(100_000),
  size: count(200),
  cols: z.string().max(300).optional().catch(undefined),
});
export type SaleLineFilter = z.output<typeof saleLineFilter>;
