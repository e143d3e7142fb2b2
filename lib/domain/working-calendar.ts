import { type CalendarDate, weekday, yearOf } from "./calendar-date";

/** Minutes after midnight by the calendar's clock, half-open: 09:00–13:00 is { from: 540, to: 780 }. */
export type Shift = { from: number; to: number };

/** Monday first; a day off has no shift. */
export type Week = readonly (readonly Shift[])[];

export const overrideKinds = ["off", "short", "working"] as const;
export type OverrideKind = (typeof overrideKinds)[number];

/** What one day is in spite of its weekday. `minutes`: how long is worked; null for the usual, on a short day an hour less. */
export type Override = { kind: OverrideKind; minutes: number | null };

/**
 * A company's working time (domain.md 2): weekly hours in an IANA zone plus dated overrides. A year counts as known when it has at least one
 * override: no country has a year without a holiday.
 */
export type WorkingCalendar = { zone: string; week: Week; overrides: ReadonlyMap<CalendarDate, Override> };

/** A short day is an hour shorter (article 95 of the Labour Code of Russia; 46 and 116 of Belarus). */
const SHORTER_BY = 60;

const length = (shifts: readonly Shift[]) => shifts.reduce((sum, { from, to }) => sum + to - from, 0);

/** The working time of a day, in order. A weekend that is worked, or short, has the hours of the week's longest day. */
export function shiftsOn({ week, overrides }: WorkingCalendar, date: CalendarDate): readonly Shift[] {
  const usual = week[weekday(date) - 1] ?? [];
  const override = overrides.get(date);
  if (!override) return usual;
  if (override.kind === "off") return [];
  const day = usual.length > 0 ? usual : longestDay(week);
  const minutes = override.minutes ?? length(day) - (override.kind === "short" ? SHORTER_BY : 0);
  return resize(day, minutes);
}

export function workingMinutes(calendar: WorkingCalendar, date: CalendarDate): number {
  return length(shiftsOn(calendar, date));
}

export function isWorkingDay(calendar: WorkingCalendar, date: CalendarDate): boolean {
  return workingMinutes(calendar, date) > 0;
}

/** The years of which the calendar knows something, in order. */
export function knownYears({ overrides }: WorkingCalendar): number[] {
  return [...new Set([...overrides.keys()].map(yearOf))].sort((a, b) => a - b);
}

export type WeekFault = "no-hours" | "not-seven-days" | "shift-order" | "out-of-day";

/** Why a week cannot be one, or null. A week without a working hour is refused: no clock would ever reach its end. */
export function weekFault(week: Week): WeekFault | null {
  if (week.length !== 7) return "not-seven-days";
  for (const day of week) {
    let end = 0;
    for (const { from, to } of day) {
      if (from < 0 || to > 24 * 60) return "out-of-day";
      if (from < end || to <= from) return "shift-order";
      end = to;
    }
  }
  return week.every((day) => day.length === 0) ? "no-hours" : null;
}

function longestDay(week: Week): readonly Shift[] {
  return week.reduce((best, day) => (length(day) > length(best) ? day : best), []);
}

/** The shifts cut at the end, or drawn out there up to midnight, to last that many minutes. */
function resize(day: readonly Shift[], minutes: number): readonly Shift[] {
  const kept: Shift[] = [];
  let left = minutes;
  for (const [place, { from, to }] of day.entries()) {
    const whole = place === day.length - 1 ? 24 * 60 - from : to - from;
    if (left <= 0) break;
    kept.push({ from, to: from + Math.min(left, whole) });
    left -= whole;
  }
  return kept;
}
