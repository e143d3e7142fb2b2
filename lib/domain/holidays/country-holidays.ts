import { addDays, type CalendarDate } from "../calendar-date";
import { type Override, overrideKinds } from "../working-calendar";
import { belarus } from "./belarus";
import { kazakhstan } from "./kazakhstan";
import { russia } from "./russia";

/**
 * A country's years: what differs from a five-day week, days as "MM-DD" or "MM-DD/MM-DD" (both ends included), apart by blanks. Weekends are
 * not repeated unless they are short or worked. Such days are facts of law.
 */
export type CountryHolidays = Readonly<Record<number, { off: string; short: string; working: string }>>;

const holidays = { RU: russia, KZ: kazakhstan, BY: belarus } as const;
export type CalendarCountry = keyof typeof holidays;

/** Countries whose holidays come with the product, ISO 3166-1. */
export const calendarCountries = Object.keys(holidays) as CalendarCountry[];

export function isCalendarCountry(text: string): text is CalendarCountry {
  return Object.hasOwn(holidays, text);
}

/** The years of which a country's holidays are known, in order. */
export function yearsOf(country: CalendarCountry): number[] {
  return Object.keys(holidays[country]).map(Number);
}

const made = new Map<CalendarCountry, ReadonlyMap<CalendarDate, Override>>();

/** The country's days that are not what their weekday says, of all years that are known; made once per process. */
export function holidaysOf(country: CalendarCountry): ReadonlyMap<CalendarDate, Override> {
  const known = made.get(country);
  if (known) return known;
  const days = new Map<CalendarDate, Override>();
  for (const [year, kinds] of Object.entries(holidays[country]))
    for (const kind of overrideKinds)
      for (const day of daysOf(Number(year), kinds[kind])) days.set(day, { kind, minutes: null });
  made.set(country, days);
  return days;
}

function daysOf(year: number, text: string): CalendarDate[] {
  return text
    .split(" ")
    .filter(Boolean)
    .flatMap((part) => {
      const [first = "", last = first] = part.split("/");
      const days: CalendarDate[] = [];
      for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = addDays(day, 1)) days.push(day);
      return days;
    });
}
