import { z } from "zod";
import { zone } from "@/lib/access/fields";
import { parseCalendarDate } from "@/lib/domain/calendar-date";
import { type CalendarCountry, calendarCountries } from "@/lib/domain/holidays/country-holidays";
import { readShifts } from "@/lib/domain/shift-text";
import { overrideKinds, weekFault } from "@/lib/domain/working-calendar";

/** Calendars go as far as days can be marked. */
const FIRST = 2000;
const LAST = 2099;

/** The year on the screen; a broken address shows the current one. */
export const calendarFilter = z.object({
  year: z.coerce.number().int().min(FIRST).max(LAST).optional().catch(undefined),
});

const hours = z.string().transform((text, context) => {
  const shifts = readShifts(text);
  if (shifts) return shifts;
  context.addIssue({ code: "custom", message: "hours-form" });
  return z.NEVER;
});

const week = z
  .array(hours)
  .length(7)
  .superRefine((days, context) => {
    for (const [place, day] of days.entries()) {
      // One day alone may be off: only its order is looked at here.
      const fault = day.length === 0 ? null : weekFault([day, [], [], [], [], [], []]);
      if (fault)
        context.addIssue({
          code: "custom",
          path: [place],
          message: fault === "out-of-day" ? "hours-form" : "hours-order",
        });
    }
    if (days.every((day) => day.length === 0)) context.addIssue({ code: "custom", path: [0], message: "no-hours" });
  });

/** `country` and `zone`: "" for none of the listed ones, and for the company's zone. `version` 0: the company has no calendar of its own yet. */
export const calendarInput = z.strictObject({
  country: z
    .union([z.literal(""), z.enum(calendarCountries)], "not-a-choice")
    .transform((code): CalendarCountry | null => code || null),
  zone: z.union([z.literal(""), zone]).transform((name) => name || null),
  week,
  version: z.int().min(0),
});

const day = z
  .string()
  .refine((text) => parseCalendarDate(text) !== null, "not-a-date")
  .refine((text) => text >= `${FIRST}-01-01` && text <= `${LAST}-12-31`, "date-too-far");

/** `minutes`: how long is worked, null for the usual. `version` 0: the day had no mark of the company's own. */
export const dayInput = z
  .strictObject({
    day,
    kind: z.enum(overrideKinds, "choose-one"),
    minutes: z.int("not-a-number").min(1, "not-a-number").max(1440, "too-large").nullable(),
    version: z.int().min(0),
  })
  .refine(({ kind, minutes }) => kind !== "off" || minutes === null, { path: ["minutes"], error: "invalid" });

export const dayResetInput = z.strictObject({ id: z.uuid(), version: z.int() });
