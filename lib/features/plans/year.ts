import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";

/** The twelve months of a plan, by their first days. */
export function planMonths(startsOn: CalendarDate): CalendarDate[] {
  return Array.from({ length: 12 }, (_, at) => addMonths(startsOn, at));
}
