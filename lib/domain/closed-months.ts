import { addMonths, type CalendarDate, monthStart } from "./calendar-date";

/** Whole months [from, to), both first days. */
export type Months = { from: CalendarDate; to: CalendarDate };

/** The last so many months that are over on a day. A month that still runs would make every comparison fall at its end. */
export function closedMonths(today: CalendarDate, count: number): Months {
  const to = monthStart(today);
  return { from: addMonths(to, -count), to };
}

/** The same months some months earlier. */
export function monthsBefore(months: Months, by: number): Months {
  return { from: addMonths(months.from, -by), to: addMonths(months.to, -by) };
}

/** The closed months of the fiscal year that a day lies in; none in its first month. `startMonth` 1–12. */
export function yearToDate(today: CalendarDate, startMonth: number): Months {
  const to = monthStart(today);
  const since = (Number(to.slice(5, 7)) - startMonth + 12) % 12;
  return { from: addMonths(to, -since), to };
}

/** The first days of the months, in order. */
export function listMonths({ from, to }: Months): CalendarDate[] {
  const months: CalendarDate[] = [];
  for (let month = from; month < to; month = addMonths(month, 1)) months.push(month);
  return months;
}
