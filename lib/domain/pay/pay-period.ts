import { addMonths, type CalendarDate, parseCalendarDate } from "../calendar-date";
import { daysOf, periodOf } from "../fiscal-year";

/** What one slip is for: a month, or a quarter of the fiscal year. `endsOn` is the day after its last. */
export type PayPeriod = { startsOn: CalendarDate; endsOn: CalendarDate; months: 1 | 3 };

/** The period of that length which holds a day. */
export function payPeriodAt(day: CalendarDate, months: 1 | 3, fiscalStartMonth: number): PayPeriod {
  const { startsOn, endsOn } = daysOf(
    periodOf(months === 1 ? "month" : "quarter", day, fiscalStartMonth),
    fiscalStartMonth,
  );
  return { startsOn, endsOn, months };
}

export function payPeriodFrom(startsOn: CalendarDate, months: 1 | 3): PayPeriod {
  return { startsOn, endsOn: addMonths(startsOn, months), months };
}

export function neighbour(period: PayPeriod, steps: number): PayPeriod {
  return payPeriodFrom(addMonths(period.startsOn, period.months * steps), period.months);
}

/** How an address names it: "2026-11" a month, "2026-10-q" the quarter that begins in October. */
export function payPeriodName({ startsOn, months }: Pick<PayPeriod, "startsOn" | "months">): string {
  return `${startsOn.slice(0, 7)}${months === 3 ? "-q" : ""}`;
}

/** The period that an address names, or null; a quarter must begin where the fiscal year's do. */
export function readPayPeriod(name: string, fiscalStartMonth: number): PayPeriod | null {
  const [, month = "", quarter] = /^(\d{4}-\d\d)(-q)?$/.exec(name) ?? [];
  const startsOn = parseCalendarDate(`${month}-01`);
  if (startsOn === null) return null;
  const period = payPeriodAt(startsOn, quarter ? 3 : 1, fiscalStartMonth);
  return period.startsOn === startsOn ? period : null;
}
