import { fullYear, readMonth } from "./month-name";
import { plainSpaces } from "./plain-value";

/**
 * A month (by its number in the calendar), a quarter or a year, as text writes it. Quarters and years are those of the company, named by the calendar
 * year in which its year ends; `year` is null where the text names none ("Январь", "Q1").
 */
export type PeriodText =
  | { span: 1; month: number; year: number | null }
  | { span: 3; quarter: number; year: number | null }
  | { span: 12; year: number };

const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** "июль 2026", "2026-07", "2026-07-01", "01.07.2026", "Q1 2026", "FY2026-Q1", "1 кв. 2026", "III квартал", "2026", "FY2026"; null when it is none. */
export function readPeriod(raw: string): PeriodText | null {
  const text = plainSpaces(raw).toLowerCase();
  const day = /^(\d{4})-(\d\d)-\d\d(?: 00:00(?::00)?)?$/.exec(text) ?? /^()\d{1,2}[./](\d{1,2})[./](\d{4})$/.exec(text);
  const month = day
    ? { year: Number(day[1] || day[3]), month: Number(day[2]) }
    : (readMonth(text) ?? /^(?<year>\d{4}) ?[mм] ?(?<month>\d{1,2})$/u.exec(text)?.groups ?? null);
  if (month) {
    const at = Number(month.month);
    return at >= 1 && at <= 12 ? { span: 1, month: at, year: month.year === null ? null : Number(month.year) } : null;
  }
  const bare = text.replace(/ ?(г|год|года)\.?$/, "").replaceAll(/\b(fy|фг) ?/gu, "");
  const year = /^(20\d{2})$/.exec(bare);
  if (year) return { span: 12, year: Number(year[1]) };
  return readQuarter(bare);
}

function readQuarter(text: string): PeriodText | null {
  const first = /^(?:(\d{4}|\d{2})[-./, ]*)?(?:q|к|кв\.? ?)([1-4])$/u.exec(text);
  const last =
    /^(?:q([1-4])|([1-4]|i{1,3}|iv)(?:-?(?:й|ый|ий))? ?(?:кв|квартал|quarter)\.?)(?:[-./,'’ ]*(\d{4}|\d{2}))?$/u.exec(
      text,
    );
  const behind = /^(\d{4})[-./, ]*([1-4]|i{1,3}|iv)(?:-?(?:й|ый|ий))? ?(?:кв|квартал|quarter)\.?$/u.exec(text);
  const [year, word] = first
    ? [first[1], first[2]]
    : last
      ? [last[3], last[1] ?? last[2]]
      : behind
        ? [behind[1], behind[2]]
        : [undefined, undefined];
  const quarter = word === undefined ? null : (roman[word] ?? Number(word));
  return quarter === null ? null : { span: 3, quarter, year: year === undefined ? null : fullYear(year) };
}
