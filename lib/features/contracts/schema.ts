import { z } from "zod";
import { type CalendarDate, parseCalendarDate } from "@/lib/domain/calendar-date";
import { contractStatuses } from "@/lib/domain/contract";
import { currencies } from "@/lib/domain/currency";

const day = z.string().refine((text) => parseCalendarDate(text) !== null, "not-a-date");
const optionalDay = z.union([z.literal(""), day], "not-a-date").transform((text): CalendarDate | null => text || null);

const form = z.strictObject({
  number: z.string().trim().min(1, "required").max(60, "too-long"),
  status: z.enum(contractStatuses, "choose-one"),
  signedOn: optionalDay,
  startsOn: optionalDay,
  endsOn: optionalDay,
  /** As typed, in major units. */
  amount: z.string().max(60, "too-long"),
  // A contract that came in by an import may have a currency that no list of ours holds.
  currency: z.union([z.enum(currencies), z.string().regex(/^[A-Z]{3}$/)], "not-a-currency"),
  note: z
    .string()
    .max(4000, "too-long")
    .transform((text) => text.trim() || null),
});

/** `id` with the version that was edited; null for a new contract. */
export const contractInput = form.extend({ clientId: z.uuid(), id: z.uuid().nullable(), version: z.int() });
export const contractEndInput = z.strictObject({ clientId: z.uuid(), id: z.uuid(), version: z.int(), on: day });
export const contractDropInput = z.strictObject({ clientId: z.uuid(), id: z.uuid(), version: z.int() });

export type ContractForm = z.input<typeof form>;
export type ContractFields = z.output<typeof contractInput>;
