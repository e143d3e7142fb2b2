import { type CalendarDate, parseCalendarDate } from "@/lib/domain/calendar-date";
import type { Locale } from "@/lib/i18n/locale";

/** A day as it is typed: 16.06.2024 in Russian, 06/16/2024 in English. */
export function showTyped(day: CalendarDate, locale: Locale): string {
  const [year, month, date] = day.split("-");
  if (!year || !month || !date) return "";
  return locale === "ru" ? `${date}.${month}.${year}` : `${month}/${date}/${year}`;
}

// A year of two digits means the century of people at work: 26 is 2026, 78 is 1978.
function fullYear(text: string): string {
  if (text.length !== 2) return text;
  return Number(text) < 70 ? `20${text}` : `19${text}`;
}

/**
 * The day that was typed, "" for nothing, null for what is no day. Any separator will do, and so will none when all
 * digits are there: "1.3.26", "01/03/2026", "010326", "2026-03-01".
 */
export function readTyped(text: string, locale: Locale): CalendarDate | "" | null {
  const clean = text.trim();
  if (clean === "") return "";
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(clean)) return iso(clean.split("-"));
  const parts = /^\d+$/.test(clean)
    ? [clean.slice(0, 2), clean.slice(2, 4), clean.slice(4)]
    : clean.split(/[^\d]+/).filter(Boolean);
  const [first = "", second = "", year = ""] = parts;
  if (parts.length !== 3) return null;
  return iso(locale === "ru" ? [fullYear(year), second, first] : [fullYear(year), first, second]);
}

function iso([year = "", month = "", date = ""]: string[]): CalendarDate | null {
  return parseCalendarDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}
