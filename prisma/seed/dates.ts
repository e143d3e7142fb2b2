import { addDays, addMonths, type CalendarDate, nextMonday } from "@/lib/domain/calendar-date";

/** The day that lies so far before `today`. */
export function ago(today: CalendarDate, years: number, months = 0, days = 0): CalendarDate {
  return addDays(addMonths(today, -(years * 12 + months)), -days);
}

/** The Monday of the week of `today`, some weeks on. */
export function monday(today: CalendarDate, weeks = 0): CalendarDate {
  return addDays(nextMonday(today), (weeks - 1) * 7);
}

/** Midnight of a day as a moment, for columns that hold one. */
export function momentOf(day: CalendarDate): string {
  return `${day}T00:00:00Z`;
}
