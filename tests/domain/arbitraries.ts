import fc from "fast-check";
import type { Assignment } from "@/lib/domain/assignment";
import { addDays, type CalendarDate } from "@/lib/domain/calendar-date";
import type { Period } from "@/lib/domain/period";

/** Days from 1990 to 2060, leap days among them. */
export const anyDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 25_900 })
  .map((days) => addDays("1990-01-01", days));

/** Days of one short season, so that periods meet, touch and miss each other often. */
export const nearDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 40 })
  .map((days) => addDays("2024-02-10", days));

export const allNearDays = Array.from({ length: 60 }, (_, index) => addDays("2024-02-01", index));

/** A possible period: at least one day, open-ended in about a third of the cases. */
export const nearPeriod: fc.Arbitrary<Period> = fc
  .tuple(nearDay, fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }))
  .map(([startsOn, days]) => ({ startsOn, endsOn: days === null ? null : addDays(startsOn, days) }));

/** A lawful history of one client's primaries: one after the other, now and then with a gap; the last one may be open. */
export const primaries: fc.Arbitrary<Assignment[]> = fc
  .tuple(
    fc.array(
      fc.record({ gap: fc.nat(4), days: fc.integer({ min: 1, max: 12 }), member: fc.constantFrom("a", "b", "c") }),
      {
        maxLength: 4,
      },
    ),
    fc.boolean(),
  )
  .map(([steps, open]) => {
    let day = "2024-02-05";
    return steps.map(({ gap, days, member }, index) => {
      const startsOn = addDays(day, gap);
      day = addDays(startsOn, days);
      const endsOn = open && index === steps.length - 1 ? null : day;
      return {
        id: `p${index}`,
        clientId: "client",
        memberId: member,
        role: "primary" as const,
        startsOn,
        endsOn,
        share: 8000,
      };
    });
  });
