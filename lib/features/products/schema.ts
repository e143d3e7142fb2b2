import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";

/** Stands for "without a group". */
export const NO_GROUP = "none";

const list = {
  q: z.string().trim().max(100).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  size: z.coerce
    .number()
    .pipe(z.literal([50, 100, 200]))
    .catch(50)
    .default(50),
  cols: z.string().max(200).optional().catch(undefined),
  /** The row whose form is open, of this page. */
  edit: z.uuid().optional().catch(undefined),
};

/** State of /admin/products. */
export const productFilter = z.object({
  ...list,
  group: z
    .union([z.uuid(), z.literal(NO_GROUP)])
    .optional()
    .catch(undefined),
  /** Those in the archive instead of the living ones. */
  archived: z.literal("1").optional().catch(undefined),
  sort: z.enum(["name", "-name", "code", "-code", "sold", "-sold"]).catch("name").default("name"),
});
export type ProductFilter = z.output<typeof productFilter>;

/** State of /admin/products/rates. */
export const rateFilter = z.object({
  page: list.page,
  size: list.size,
  cols: list.cols,
  edit: list.edit,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(["day", "-day"]).catch("-day").default("-day"),
});
export type RateFilter = z.output<typeof rateFilter>;

const optionalText = (max: number) =>
  z
    .string()
    .max(max, "too-long")
    .transform((text) => text.trim() || null);

const product = z.strictObject({
  code: z.string().trim().min(1, "required").max(60, "too-long"),
  name: z.string().trim().min(1, "required").max(200, "too-long"),
  groupId: z.union([z.literal(""), z.uuid("not-a-choice")]).transform((id) => id || null),
  unit: optionalText(20),
});
const edited = { id: z.uuid().nullable(), version: z.int() };
const archive = z.strictObject({ id: z.uuid(), version: z.int(), archived: z.boolean() });

/** `id` null is a new one. */
export const productInput = product.extend(edited);
export const groupInput = z.strictObject({
  name: z.string().trim().min(1, "required").max(120, "too-long"),
  ...edited,
});
export const productArchiveInput = archive;
export const groupArchiveInput = archive;
/** Products into a group, or with null out of any. */
export const productMoveInput = z.strictObject({
  ids: z.array(z.uuid("not-found")).min(1, "nothing-chosen").max(1000, "too-many"),
  groupId: z.uuid("choose-one").nullable(),
});

/** What one unit of a currency cost in the company's own on a day. `rate` as typed. */
export const rateInput = z.strictObject({
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "not-a-currency"),
  onDay: z.string().refine((text) => parseCalendarDate(text) !== null, "not-a-date"),
  rate: z.string().trim().min(1, "required").max(40, "too-long"),
  ...edited,
});

export type ProductForm = z.input<typeof product>;
export type RateForm = Pick<z.input<typeof rateInput>, "currency" | "onDay" | "rate">;
