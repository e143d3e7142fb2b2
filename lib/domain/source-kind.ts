import { addMonths, type CalendarDate } from "./calendar-date";

export const sourceKinds = ["new", "growth", "renewal"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** The version of the rule below, stored with every line that it classified. */
export const SOURCE_RULE = 1;

/** A line of one client: the day, its product group (null counts as a group of its own) and an amount, negative for a return. */
export type DatedLine = { day: CalendarDate; group: string | null; amount: bigint };

const SILENCE = 24;
const FRESH = 12;

/**
 * Where each line of one client comes from (domain.md 13.10): *new* within 12 months of the first purchase or of the first one after 24 silent
 * months; *growth* when the client bought nothing of that group in the 12 months before the day; else *renewal*. Purchases are positive
 * lines; a return is classified by the purchases around it and starts nothing. Answers in the order given.
 */
export function sourceKindsOf(lines: readonly DatedLine[]): SourceKind[] {
  const bought = lines.filter((line) => line.amount > 0n);
  const days = [...new Set(bought.map((line) => line.day))].sort();
  const starts = days.filter((day, i) => {
    const before = days[i - 1];
    return before === undefined || day >= addMonths(before, SILENCE);
  });
  return lines.map(({ day, group }) => {
    const start = starts.filter((s) => s <= day).at(-1);
    if (start !== undefined && day < addMonths(start, FRESH)) return "new";
    const since = addMonths(day, -FRESH);
    const known = bought.some((line) => line.group === group && line.day >= since && line.day < day);
    return start === undefined || known ? "renewal" : "growth";
  });
}
