import type { Cell } from "./cell";
import { excerpt, faulty, type Parsed, parsed } from "./fault";
import { monthText, readMonth } from "./month-name";
import { type DayStyle, parseDay } from "./parse-day";
import { plainSpaces, plainValue } from "./plain-value";

/** The month of a cell as "YYYY-MM"; a day gives its month, `year` completes a month that names none ("Январь"). */
export function parseMonth(cell: Cell | undefined, style: DayStyle, year: number | null = null): Parsed<string | null> {
  const plain = plainValue(cell);
  const month = plain.ok && typeof plain.value === "string" ? readMonth(plain.value) : null;
  if (month) {
    const known = month.year ?? year;
    if (known !== null) return parsed(monthText({ year: known, month: month.month }));
  }
  const day = parseDay(cell, style);
  if (day.ok) return parsed(day.value?.day.slice(0, 7) ?? null);
  if (day.code !== "day-invalid" || !plain.ok) return day;
  return faulty("month-invalid", { text: excerpt(plainSpaces(String(plain.value))) });
}
