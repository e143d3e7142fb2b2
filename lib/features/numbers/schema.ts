import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { currencies } from "@/lib/domain/currency";
import { numberSources, numberTopics, numberUnits } from "@/lib/domain/key-number";

const optional = (max: number) =>
  z
    .string()
    .max(max, "too-long")
    .transform((text) => text.trim() || null);
const optionalId = z.union([z.literal(""), z.uuid("not-a-choice")]).transform((id) => id || null);
const day = z.string().refine((text) => parseCalendarDate(text) !== null, "not-a-date");

/** `after` is the value that was known when this one was written; "" when there was none. */
export const numberInput = z.strictObject({
  clientId: z.uuid(),
  kindId: z.uuid("choose-one"),
  after: optionalId,
  typed: z.string().max(400, "too-long"),
  currency: z.enum(currencies, "not-a-currency"),
  asOf: day,
  source: z.enum(numberSources, "choose-one"),
  contactId: optionalId,
  sourceNote: optional(200),
});
export const numberConfirmInput = z.strictObject({ clientId: z.uuid(), id: z.uuid() });
export const numberRemoveInput = z.strictObject({ clientId: z.uuid(), id: z.uuid(), removed: z.boolean() });

const kind = z.strictObject({
  nameRu: optional(120),
  nameEn: optional(120),
  topic: z.enum(numberTopics, "choose-one"),
  unit: z.enum(numberUnits, "choose-one"),
  measureRu: optional(20),
  measureEn: optional(20),
  halfLifeDays: z.coerce.number("not-a-number").int("not-a-number").min(1, "half-life").max(3650, "half-life"),
  inHeader: z.boolean(),
});

export const kindInput = kind;
export const kindEditInput = kind.extend({ id: z.uuid(), version: z.int() });
export const kindArchiveInput = z.strictObject({ id: z.uuid(), version: z.int(), archived: z.boolean() });
/** All kinds in their new order. */
export const kindOrderInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });

export type NumberForm = z.input<typeof numberInput>;
export type KindForm = Omit<z.input<typeof kind>, "halfLifeDays"> & { halfLifeDays: string };
