import { type CalendarDate, laterOf } from "./calendar-date";

/** The days from `startsOn` up to, but not including, `endsOn`; without `endsOn` there is no end. Dated rows are periods. */
export type Period = { startsOn: CalendarDate; endsOn: CalendarDate | null };

/** Whether at least one day lies in it. */
export function isPossible(period: Period): boolean {
  return period.endsOn === null || period.startsOn < period.endsOn;
}

export function contains(period: Period, date: CalendarDate): boolean {
  return period.startsOn <= date && (period.endsOn === null || date < period.endsOn);
}

/** The days that both have, or null. Two periods that only touch have none. */
export function intersect(a: Period, b: Period): Period | null {
  const common = { startsOn: laterOf(a.startsOn, b.startsOn), endsOn: earlierEnd(a.endsOn, b.endsOn) };
  return isPossible(common) ? common : null;
}

export function overlaps(a: Period, b: Period): boolean {
  return intersect(a, b) !== null;
}

/** The days of `a` that `b` does not have: none, one or two periods, in order. */
export function subtract(a: Period, b: Period): Period[] {
  if (!overlaps(a, b)) return [a];
  const left = { startsOn: a.startsOn, endsOn: b.startsOn };
  const right = b.endsOn === null ? null : { startsOn: b.endsOn, endsOn: a.endsOn };
  return [left, right].filter((rest) => rest !== null).filter(isPossible);
}

function earlierEnd(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
