import { addMonths, type CalendarDate, daysBetween, monthOf, yearOf } from "./calendar-date";

/** Whole years and months of a relationship. */
export type Tenure = { years: number; months: number };

function monthsBetween(since: CalendarDate, on: CalendarDate): number {
  const months = (yearOf(on) - yearOf(since)) * 12 + monthOf(on) - monthOf(since);
  // A month is full once its day, or the last day of a shorter month, has come.
  return addMonths(since, months) > on ? months - 1 : months;
}

/** How long a relationship has lasted on a day, in full months; null when it has not begun. */
export function tenureOn(since: CalendarDate, on: CalendarDate): Tenure | null {
  if (on < since) return null;
  const months = monthsBetween(since, on);
  return { years: Math.floor(months / 12), months: months % 12 };
}

export type Anniversary = { on: CalendarDate; years: number; daysAway: number };

/** The next yearly return of a day, `today` included, never the day itself (R45). 29 February returns on 28 February. */
export function nextAnniversary(since: CalendarDate, today: CalendarDate): Anniversary {
  let years = Math.max(1, yearOf(today) - yearOf(since));
  if (addMonths(since, years * 12) < today) years += 1;
  const on = addMonths(since, years * 12);
  return { on, years, daysAway: daysBetween(today, on) };
}
