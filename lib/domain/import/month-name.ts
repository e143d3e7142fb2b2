import { plainSpaces } from "./plain-value";

// The forms in which a month is written, shortened ones without their point.
const forms = [
  "янв январь января jan january",
  "фев февр февраль февраля feb february",
  "мар март марта mar march",
  "апр апрель апреля apr april",
  "май мая may",
  "июн июнь июня jun june",
  "июл июль июля jul july",
  "авг август августа aug august",
  "сен сент сентябрь сентября sep sept september",
  "окт октябрь октября oct october",
  "ноя нояб ноябрь ноября nov november",
  "дек декабрь декабря dec december",
];
const numbers = new Map(forms.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)));

/** 1–12 of a month's name in Russian or English, whole or short, in any case; null when it is none. */
export function monthNumber(word: string): number | null {
  return numbers.get(word.toLowerCase().replace(/\.$/, "")) ?? null;
}

/** A month as text writes it; `year` is null where it names none ("Январь"). */
export type MonthText = { year: number | null; month: number };

/** "янв 2026", "январь 2026 г.", "янв.26", "Jan-26", "2026-01", "01.2026", "2026 январь", "Январь"; null when it is none. */
export function readMonth(raw: string): MonthText | null {
  const text = plainSpaces(raw)
    .toLowerCase()
    .replace(/ ?(г|год|года)\.?$/, "");
  const figures = /^(\d{4})[-./ ](\d{1,2})$/.exec(text) ?? /^()(\d{1,2})[-./](\d{4})$/.exec(text);
  if (figures) return monthOf(figures[1] || figures[3], Number(figures[2]));
  const named = /^(\p{L}+)\.?(?:[-.,'’/ ]*(\d{4}|\d{2}))?$/u.exec(text);
  if (named) return monthOf(named[2], monthNumber(named[1] ?? ""));
  const behind = /^(\d{4})[-.,/ ]*(\p{L}+)\.?$/u.exec(text);
  return behind ? monthOf(behind[1], monthNumber(behind[2] ?? "")) : null;
}

/** 49 → 2049, 50 → 1950: a sale is of this century, a birthday mostly of the last. */
export function fullYear(year: string): number {
  const number = Number(year);
  return year.length > 2 ? number : number + (number < 50 ? 2000 : 1900);
}

export function monthText({ year, month }: { year: number; month: number }): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

function monthOf(year: string | undefined, month: number | null): MonthText | null {
  if (month === null || month < 1 || month > 12) return null;
  return { year: year ? fullYear(year) : null, month };
}
