import { z } from "zod";
import { isCadence, touchDirections, touchKinds } from "@/lib/domain/cadence";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { promiseSides, promiseStates } from "@/lib/domain/promise";
import { tiers } from "@/lib/domain/tier";

const calendarDay = z.string().refine((value) => parseCalendarDate(value) !== null, "not-a-date");
const optionalText = (max: number) =>
  z
    .string()
    .max(max, "too-long")
    .transform((value) => value.trim() || null);

const promiseFields = z.strictObject({
  side: z.enum(promiseSides, "choose-one"),
  text: z.string().trim().min(1, "required").max(500, "too-long"),
  dueOn: calendarDay,
});

const touchFields = z.strictObject({
  clientId: z.uuid("choose-one"),
  kind: z.enum(touchKinds, "choose-one"),
  direction: z.enum(touchDirections, "choose-one"),
  answered: z.boolean(),
  contactIds: z.array(z.uuid()).max(30, "too-many"),
  subject: optionalText(200),
  text: optionalText(20_000),
  topics: z.array(z.string().trim().min(1).max(60, "too-long")).max(12, "too-many"),
  /** Minutes of our work; empty where nobody counted. */
  minutes: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, "not-a-number")
    .refine((value) => Number(value) <= 1440, "not-a-number")
    .transform((value) => (value === "" ? null : Number(value))),
  /** The day, in the author's zone, and the time of day, "HH:MM"; without a time: now, or noon of an earlier day. */
  day: calendarDay,
  time: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, "not-a-time"),
  private: z.boolean(),
  promises: z.array(promiseFields).max(12, "too-many"),
});

// A note must say something; a talk may only have been. What is private cannot promise: a promise is everybody's.
const whole = <T extends z.ZodType<z.output<typeof touchFields>>>(schema: T) =>
  schema
    .refine((input) => input.kind !== "note" || input.subject !== null || input.text !== null, {
      path: ["text"],
      message: "required",
    })
    .refine((input) => !input.private || input.kind === "note", { path: ["private"], message: "private-note-only" })
    .refine((input) => !input.private || input.promises.length === 0, {
      path: ["promises"],
      message: "private-no-promises",
    });

export const touchInput = whole(touchFields);
export const touchEditInput = whole(touchFields.extend({ id: z.uuid(), version: z.int() }));
export const binInput = z.strictObject({ id: z.uuid(), clientId: z.uuid(), deleted: z.boolean() });
export const touchFormInput = z.strictObject({
  clientId: z.uuid().nullable(),
  touchId: z.uuid().nullable(),
  locale: z.enum(["en", "ru"]),
});
export const touchClientInput = z.strictObject({ query: z.string().max(200) });

export const promiseInput = promiseFields.extend({ clientId: z.uuid() });
export const promiseEditInput = promiseInput.extend({ id: z.uuid(), version: z.int() });
/** `open` takes an end back. */
export const promiseStatusInput = z.strictObject({ id: z.uuid(), clientId: z.uuid(), status: z.enum(promiseStates) });

export const cadenceInput = z.strictObject({
  tier: z.enum(tiers),
  days: z.string().refine(isCadence, "not-a-number").transform(Number),
  /** Empty: no meetings with executives are asked for. */
  executiveDays: z
    .string()
    .refine((value) => !value.trim() || isCadence(value), "not-a-number")
    .transform((value) => (value.trim() ? Number(value) : null)),
  version: z.int(),
});

export type TouchFields = z.output<typeof touchFields>;
export type TouchFormValues = z.input<typeof touchFields>;
