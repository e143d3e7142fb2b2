import type { CalendarDate } from "@/lib/domain/calendar-date";
import { neighbour, payPeriodAt } from "@/lib/domain/pay/pay-period";

/** The months in which terms may begin: those around today, for a quarter's plan the first of each quarter. */
export function monthChoices(today: CalendarDate, months: 1 | 3, fiscalStartMonth: number): CalendarDate[] {
  const now = payPeriodAt(today, months, fiscalStartMonth);
  const [back, ahead] = months === 1 ? [6, 12] : [2, 4];
  return Array.from({ length: back + ahead + 1 }, (_, at) => neighbour(now, at - back).startsOn);
}
