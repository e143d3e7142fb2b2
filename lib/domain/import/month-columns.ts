import type { Cell } from "./cell";
import { cellWords } from "./cell";
import { type MonthText, readMonth } from "./month-name";
import { plainSpaces } from "./plain-value";

/** A column whose values belong to one month; `year` is null where no header names it (then the file's own year decides). */
export type MonthColumn = { column: number } & MonthText;

/**
 * The columns of a wide table, one per month: "янв.26", "01.2026", "Январь", "2026-01", "Jan-26", "M01", or cells with a
 * date. Headers without a year take the one written in `above` (the upper line of two), carried to the right. Fewer than
 * three of them are no wide table. A month that stands twice keeps its first column.
 */
export function monthColumns(headers: readonly Cell[], above: readonly Cell[] = []): MonthColumn[] {
  let year: number | null = null;
  const found = headers.flatMap((header, column): MonthColumn[] => {
    year = yearIn(above[column]) ?? year;
    const month = headerMonth(header);
    return month ? [{ column, month: month.month, year: month.year ?? year }] : [];
  });
  const named = new Set<string>();
  const months = found.filter(({ year: own, month }) => {
    const name = `${own}-${month}`;
    return named.has(name) ? false : named.add(name);
  });
  return months.length >= 3 ? months : [];
}

function headerMonth(header: Cell): MonthText | null {
  if (typeof header === "object" && header !== null && "date" in header) {
    return { year: Number(header.date.slice(0, 4)), month: Number(header.date.slice(5, 7)) };
  }
  const text = plainSpaces(cellWords(header));
  const numbered = /^[mм] ?(0?[1-9]|1[0-2])$/i.exec(text);
  if (numbered) return { year: null, month: Number(numbered[1]) };
  // "01.26" is a month only here: anywhere else it is an amount.
  const short = /^(0[1-9]|1[0-2])[./](\d{2})$/.exec(text);
  return short ? { year: 2000 + Number(short[2]), month: Number(short[1]) } : readMonth(text);
}

function yearIn(cell: Cell | undefined): number | null {
  const text = typeof cell === "number" ? String(cell) : cellWords(cell);
  const match = /(?<!\d)(20\d{2})(?!\d)/.exec(text);
  return match ? Number(match[1]) : null;
}
