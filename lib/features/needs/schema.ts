import { z } from "zod";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { needKinds, needStatuses } from "@/lib/domain/need";

const optional = (max: number) =>
  z
    .string()
    .max(max, "too-long")
    .transform((text) => text.trim() || null);

const need = z.strictObject({
  clientId: z.uuid(),
  kind: z.enum(needKinds, "choose-one"),
  title: z.string().trim().min(1, "required").max(200, "too-long"),
  detail: optional(4000),
  contactId: z.union([z.literal(""), z.uuid("not-a-choice")]).transform((id) => id || null),
  raisedOn: z.string().refine((text) => parseCalendarDate(text) !== null, "not-a-date"),
  status: z.enum(needStatuses, "choose-one"),
  offer: optional(4000),
  dropReason: optional(400),
});

export const needInput = need;
export const needEditInput = need.extend({ id: z.uuid(), version: z.int() });
export const needRemoveInput = z.strictObject({ id: z.uuid(), clientId: z.uuid(), removed: z.boolean() });

export type NeedForm = z.input<typeof need>;
