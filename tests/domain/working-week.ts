import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Override, Week, WorkingCalendar } from "@/lib/domain/working-calendar";

const day = [
  { from: 9 * 60, to: 13 * 60 },
  { from: 14 * 60, to: 18 * 60 },
];

/** Monday to Friday, 09:00–18:00 with an hour for lunch: 40 hours. */
export const fortyHours: Week = [day, day, day, day, day, [], []];

export function calendarOf(overrides: Record<CalendarDate, Override> = {}, week: Week = fortyHours): WorkingCalendar {
  return { zone: "Europe/Moscow", week, overrides: new Map(Object.entries(overrides)) };
}
