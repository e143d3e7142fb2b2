import { addDays, type CalendarDate, yearOf } from "./calendar-date";
import type { Period } from "./period";
import { knownYears, type WorkingCalendar, workingMinutes } from "./working-calendar";

/** A stretch that ends: the days from `startsOn` up to, but not including, `endsOn`. */
export type ClosedPeriod = Period & { endsOn: CalendarDate };

/** `weeklyYears`: years of the stretch that the calendar does not know; there the weekly pattern alone was counted, and a screen says so. */
export type Workdays = { days: number; shortDays: number; minutes: number; weeklyYears: number[] };

/** Working days and minutes of a stretch. A day that is worked at all is a whole day; short days are among them. */
export function workdays(calendar: WorkingCalendar, { startsOn, endsOn }: ClosedPeriod): Workdays {
  const known = new Set(knownYears(calendar));
  const unknown = new Set<number>();
  const sum = { days: 0, shortDays: 0, minutes: 0 };
  for (let date = startsOn; date < endsOn; date = addDays(date, 1)) {
    const minutes = workingMinutes(calendar, date);
    if (!known.has(yearOf(date))) unknown.add(yearOf(date));
    if (minutes === 0) continue;
    sum.days += 1;
    sum.minutes += minutes;
    if (calendar.overrides.get(date)?.kind === "short") sum.shortDays += 1;
  }
  return { ...sum, weeklyYears: [...unknown] };
}

/**
 * Working days of a stretch that are over on the morning of `today` and those that are not: only closed days count as passed (domain.md 3),
 * so today itself is still ahead.
 */
export function passedAndLeft(calendar: WorkingCalendar, stretch: ClosedPeriod, today: CalendarDate) {
  const border = today < stretch.startsOn ? stretch.startsOn : today > stretch.endsOn ? stretch.endsOn : today;
  const passed = workdays(calendar, { startsOn: stretch.startsOn, endsOn: border }).days;
  const left = workdays(calendar, { startsOn: border, endsOn: stretch.endsOn }).days;
  return { passed, left, total: passed + left };
}
