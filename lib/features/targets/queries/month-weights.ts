import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import { workdays } from "@/lib/domain/workdays";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";

export type MonthWeights = (months: readonly CalendarDate[]) => bigint[];

/** What divides a quarter's or a year's target over its months: working days. */
export async function monthWeights(scope: Scope): Promise<MonthWeights> {
  const calendar = await workingCalendar(scope);
  return (months) =>
    months.map((month) => BigInt(workdays(calendar, { startsOn: month, endsOn: addMonths(month, 1) }).days));
}
