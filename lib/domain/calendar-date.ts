/**
 * A day of the calendar as "YYYY-MM-DD" (ISO 8601). It has no zone and is never shifted by one; because of its form two of
 * them compare as text. Every function here takes valid days; what comes from outside goes through `parseCalendarDate`.
 */
export type CalendarDate = string;

const DAY = 86_400_000;

// UTC has no daylight saving, so its midnights are exactly a day apart: they count days and mean no moment.
// Digit by digit, because Date.parse and toISOString take six times as long, and plans and rhythms ask a million times.
function epochDay(date: CalendarDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / DAY;
}

function fromEpochDay(days: number): CalendarDate {
  if (Number.isNaN(days)) throw new RangeError("not a day");
  const date = new Date(days * DAY);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function digit(date: CalendarDate, at: number): number {
  return date.charCodeAt(at) - 48;
}

/** The day that the text names, or null: "2024-02-30" and "16.06.2024" are none. Years 1000–9999. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return null;
  // A month or day that there is not runs over into the next one, which reads differently.
  return fromEpochDay(epochDay(text)) === text ? text : null;
}

export function yearOf(date: CalendarDate): number {
  return digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
}

/** 1–12. */
export function monthOf(date: CalendarDate): number {
  return digit(date, 5) * 10 + digit(date, 6);
}

export function dayOf(date: CalendarDate): number {
  return digit(date, 8) * 10 + digit(date, 9);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Day 0, 1 January 1970, was a Thursday.
  return (((((epochDay(date) + 3) % 7) + 7) % 7) + 1) as ReturnType<typeof weekday>;
}

export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  if (a < b) return b;
  return a;
}

/** Whole days from one day to another: positive when `to` is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same day some months on; a day that the month lacks becomes its last one (31 January + 1 → 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const day = Math.min(dayOf(date), daysInMonth(year, month));
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The first Monday after that day: a Monday gives the next one. */
export function nextMonday(date: CalendarDate): CalendarDate {
  return addDays(date, 8 - weekday(date));
}

/** The first day of a day's month: the name of a month everywhere. */
export function monthStart(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 7)}-01`;
}
