import { withoutUnit } from "./normalise-header";
import { type PeriodText, readPeriod } from "./read-period";

/** Fields of a wide table: a month by its number in the calendar, a quarter by its number in the company's year. */
export const monthFields = Array.from({ length: 12 }, (_, at) => `m${String(at + 1).padStart(2, "0")}`);
export const quarterFields = ["q1", "q2", "q3", "q4"];

/** The period that a header names, with its units or without: "Янв 2026, тыс. руб.", "M01", "Q1", "01.26"; null for any other. */
export function headerPeriod(header: string): PeriodText | null {
  const numbered = /^(?:(20\d{2}) )?[mм] ?(0?[1-9]|1[0-2])$/iu.exec(header.trim());
  if (numbered) return { span: 1, month: Number(numbered[2]), year: numbered[1] ? Number(numbered[1]) : null };
  // "01.26" is a month only here: anywhere else it is an amount.
  const short = /^(0[1-9]|1[0-2])[./](\d{2})$/.exec(header.trim());
  if (short) return { span: 1, month: Number(short[1]), year: 2000 + Number(short[2]) };
  return readPeriod(header) ?? readPeriod(withoutUnit(header).name);
}

/**
 * The field of each column that belongs to a period. Three months make a wide table, two quarters do; quarters beside months are their sums, and are
 * left aside. A period that stands twice keeps its first column.
 */
export function periodColumns(headers: readonly string[]): (string | null)[] {
  const periods = headers.map(headerPeriod);
  const ofSpan = (span: 1 | 3) => new Set(periods.flatMap((one) => (one?.span === span ? [fieldOf(one)] : []))).size;
  const span = ofSpan(1) >= 3 ? 1 : ofSpan(3) >= 2 ? 3 : null;
  const taken = new Set<string>();
  return periods.map((one) => {
    const field = one && one.span === span ? fieldOf(one) : null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

function fieldOf(period: PeriodText): string | null {
  if (period.span === 1) return monthFields[period.month - 1] ?? null;
  return period.span === 3 ? (quarterFields[period.quarter - 1] ?? null) : null;
}
