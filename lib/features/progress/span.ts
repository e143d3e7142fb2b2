import { addDays, addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import { daysOf, type FiscalPeriod, fiscalYearOf, monthsOf, monthsOfYear, periodOf } from "@/lib/domain/fiscal-year";
import type { ClosedPeriod } from "@/lib/domain/workdays";
import type { ProgressFilter, ProgressPeriod } from "./schema";

/** What is shown: its months, the year around it, and the neighbours to go to. Days are half-open [startsOn, endsOn). */
export type ProgressSpan = {
  kind: ProgressPeriod;
  period: FiscalPeriod;
  months: CalendarDate[];
  days: ClosedPeriod;
  /** The months of the year that the period lies in. */
  year: CalendarDate[];
  /** Only as far as today. */
  upTo: boolean;
  /** The month in which the year begins, 1–12. */
  startMonth: number;
  previous: CalendarDate;
  /** Null where the next one has not begun. */
  next: CalendarDate | null;
};

export function spanOf(
  { period: kind, at, calendar }: Pick<ProgressFilter, "period" | "at" | "calendar">,
  of: { today: CalendarDate; fiscalStartMonth: number },
): ProgressSpan {
  const startMonth = calendar ? 1 : of.fiscalStartMonth;
  const day = at ?? of.today;
  const running = fiscalYearOf(day, startMonth) === fiscalYearOf(of.today, startMonth);
  const upTo = kind === "to-date";
  // A year to date that is over is the whole year.
  const period: FiscalPeriod =
    upTo && running
      ? { kind: "year-to-date", year: fiscalYearOf(day, startMonth), until: addDays(of.today, 1) }
      : periodOf(upTo ? "year" : kind, day, startMonth);
  const months = monthsOf(period, startMonth);
  const days = daysOf(period, startMonth);
  const whole = kind === "month" || kind === "quarter" ? days : daysOf(periodOf("year", day, startMonth), startMonth);
  return {
    kind,
    period,
    months,
    days,
    year: monthsOfYear(fiscalYearOf(day, startMonth), startMonth),
    upTo: upTo && running,
    startMonth,
    previous: addDays(whole.startsOn, -1),
    next: whole.endsOn <= of.today ? whole.endsOn : null,
  };
}

/** Whole months [from, to) that hold the year of the span and the one before it. */
export function readMonths({ year }: ProgressSpan): { from: CalendarDate; to: CalendarDate } {
  const first = year[0] ?? "";
  return { from: addMonths(first, -12), to: addMonths(first, 12) };
}
