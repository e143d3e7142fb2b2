import { addDays, addMonths, type CalendarDate, laterOf, monthOf, monthStart, yearOf } from "./calendar-date";
import type { ClosedPeriod } from "./workdays";

/**
 * Months, quarters and years are derived from the month in which the company's year starts (1–12), never stored apart (domain.md 2). A fiscal
 * year bears the number of the calendar year in which it ends: with a start in July, FY2018 is 1 July 2017 – 30 June 2018.
 */
export type FiscalPeriod =
  | { kind: "month"; year: number; month: CalendarDate }
  | { kind: "quarter"; year: number; quarter: number }
  | { kind: "year"; year: number }
  | { kind: "year-to-date"; year: number; until: CalendarDate };

export function fiscalYearOf(date: CalendarDate, startMonth: number): number {
  return yearOf(date) + (startMonth > 1 && monthOf(date) >= startMonth ? 1 : 0);
}

/** "2026", or "2025/26" where the year begins within a calendar year. */
export function yearName(year: number, startMonth: number): string {
  return startMonth === 1 ? String(year) : `${year - 1}/${String(year).slice(2)}`;
}

/** The twelve months of a fiscal year by their first days, in order. */
export function monthsOfYear(year: number, startMonth: number): CalendarDate[] {
  const first = `${startMonth > 1 ? year - 1 : year}-${String(startMonth).padStart(2, "0")}-01`;
  return Array.from({ length: 12 }, (_, index) => addMonths(first, index));
}

/** 1–4. */
export function quarterOf(date: CalendarDate, startMonth: number): number {
  return Math.floor(((monthOf(date) - startMonth + 12) % 12) / 3) + 1;
}

/** The months that a period touches, by their first days. */
export function monthsOf(period: FiscalPeriod, startMonth: number): CalendarDate[] {
  if (period.kind === "month") return [period.month];
  const months = monthsOfYear(period.year, startMonth);
  if (period.kind === "quarter") return months.slice((period.quarter - 1) * 3, period.quarter * 3);
  return period.kind === "year" ? months : months.filter((month) => month < period.until);
}

/** The days of a period. Year to date ends with `until`, which is not part of it: today is still open. */
export function daysOf(period: FiscalPeriod, startMonth: number): ClosedPeriod {
  const months = monthsOf(period, startMonth);
  const startsOn = months[0] ?? monthsOfYear(period.year, startMonth)[0] ?? "";
  if (period.kind === "year-to-date") return { startsOn, endsOn: laterOf(period.until, startsOn) };
  return { startsOn, endsOn: addMonths(months.at(-1) ?? startsOn, 1) };
}

export function yearToDate(today: CalendarDate, startMonth: number): FiscalPeriod {
  return { kind: "year-to-date", year: fiscalYearOf(today, startMonth), until: today };
}

/** The period that holds a day. */
export function periodOf(kind: "month" | "quarter" | "year", date: CalendarDate, startMonth: number): FiscalPeriod {
  const year = fiscalYearOf(date, startMonth);
  if (kind === "month") return { kind, year, month: monthStart(date) };
  return kind === "quarter" ? { kind, year, quarter: quarterOf(date, startMonth) } : { kind, year };
}

/** What a label has to say: the years and quarter by number, first and last day, and whether the year is the calendar's own. */
export function labelFacts(period: FiscalPeriod, startMonth: number) {
  const { startsOn, endsOn } = daysOf(period, startMonth);
  return { ...period, firstDay: startsOn, lastDay: addDays(endsOn, -1), calendarYear: startMonth === 1 };
}

/** The same period a year earlier; a year to date ends on the same day, 29 February becoming the 28th. */
export function yearBefore(period: FiscalPeriod): FiscalPeriod {
  const year = period.year - 1;
  if (period.kind === "month") return { ...period, year, month: addMonths(period.month, -12) };
  return period.kind === "year-to-date"
    ? { ...period, year, until: addMonths(period.until, -12) }
    : { ...period, year };
}
