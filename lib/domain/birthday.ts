import { type CalendarDate, yearOf } from "./calendar-date";
import { type Anniversary, nextAnniversary } from "./tenure";

/**
 * Birthdays of people whose year of birth nobody asked are kept under this year: it has a 29 February, and no client's
 * contact was born in it.
 */
export const YEAR_UNKNOWN = 1604;

/** `turns` is the age reached that day, null when the year of birth is not known. */
export type NextBirthday = { on: CalendarDate; daysAway: number; turns: number | null };

/** The next birthday, `today` included. Someone born on 29 February is congratulated on the 28th of a common year. */
export function nextBirthday(born: CalendarDate, today: CalendarDate): NextBirthday {
  const next: Anniversary = nextAnniversary(born, today);
  return { on: next.on, daysAway: next.daysAway, turns: yearOf(born) === YEAR_UNKNOWN ? null : next.years };
}
