import { fullYear, monthNumber } from "./month-name";
import { plainSpaces } from "./plain-value";

export type DayOrder = "dmy" | "mdy";

/** A day as text writes it. `loose` has its first two numbers in an order that only the column can tell. */
export type DayText =
  | { kind: "day"; year: number; month: number; day: number }
  | { kind: "loose"; first: number; second: number; year: number };

// A time behind the day says nothing about the day: dates are never shifted by a zone.
const time = /[ t,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?( ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/;

/** Takes a day apart without asking whether there is such a day; null when the text is none. */
export function dayText(raw: string): DayText | null {
  const text = plainSpaces(raw)
    .toLowerCase()
    .replace(time, "")
    .replace(/ ?(г|год|года)\.?$/, "");
  const iso = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})()(\d{2})(\d{2})$/.exec(text);
  if (iso) return { kind: "day", year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
  const figures = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (figures) {
    const [first, second, year] = [Number(figures[1]), Number(figures[3]), fullYear(figures[4] ?? "")];
    // Nobody writes month.day.year with points.
    return figures[2] === "."
      ? { kind: "day", year, month: second, day: first }
      : { kind: "loose", first, second, year };
  }
  const named = /^(\d{1,2})[-. ]*(\p{L}+)[-., ]*(\d{4}|\d{2})$/u.exec(text);
  const american = named ? null : /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text);
  const month = monthNumber(named?.[2] ?? american?.[1] ?? "");
  if (month === null) return null;
  return {
    kind: "day",
    year: fullYear(named?.[3] ?? american?.[3] ?? ""),
    month,
    day: Number(named?.[1] ?? american?.[2]),
  };
}
