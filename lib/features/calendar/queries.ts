import { query } from "@/lib/access/doors";
import { addMonths, type CalendarDate, yearOf } from "@/lib/domain/calendar-date";
import { monthsOfYear } from "@/lib/domain/fiscal-year";
import { type CalendarCountry, calendarCountries, yearsOf } from "@/lib/domain/holidays/country-holidays";
import { shiftText } from "@/lib/domain/shift-text";
import { type Workdays, workdays } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import { zoneChoices } from "@/lib/i18n/zones";
import { type CalendarDay, calendarDays } from "./queries/calendar-days";
import { calendarFrom, countryOf, type OwnDay, readMain } from "./queries/working-calendar";

export type { OwnDay };

export type CalendarMonth = { month: CalendarDate; days: CalendarDay[]; sum: Workdays };

/** `weekly`: nothing is known of the year but the week. `version` 0: the company has not said anything yet. */
export type CalendarPage = {
  year: number;
  today: CalendarDate;
  months: CalendarMonth[];
  sum: Workdays;
  weekly: boolean;
  /** Years to choose from: those that are known, and the ones around today and the shown one. */
  years: { year: number; known: boolean }[];
  settings: { country: CalendarCountry | ""; zone: string; week: string[]; version: number };
  countries: { country: CalendarCountry; first: number; last: number }[];
  zones: { zone: string; label: string }[];
  companyZone: string;
};

export const loadCalendar = query(
  "company:edit",
  async function loadCalendar(scope, filter: { year?: number }): Promise<CalendarPage> {
    const own = await readMain(scope);
    const calendar = calendarFrom(own, scope.company.zone);
    const year = filter.year ?? yearOf(scope.today);
    const whole = { startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01` };
    const sum = workdays(calendar, whole);
    const country = countryOf(own);
    return {
      year,
      today: scope.today,
      months: monthsOfYear(year, 1).map((month) => {
        const stretch = { startsOn: month, endsOn: addMonths(month, 1) };
        return { month, days: calendarDays(calendar, stretch, own?.days ?? []), sum: workdays(calendar, stretch) };
      }),
      sum,
      weekly: sum.weeklyYears.length > 0,
      years: yearChoices(calendar, year, yearOf(scope.today)),
      settings: {
        country: country ?? "",
        zone: own?.zone ?? "",
        week: calendar.week.map(shiftText),
        version: own?.version ?? 0,
      },
      countries: calendarCountries.map((code) => {
        const years = yearsOf(code);
        return { country: code, first: Math.min(...years), last: Math.max(...years) };
      }),
      zones: zoneChoices(scope.locale, scope.now),
      companyZone: scope.company.zone,
    };
  },
);

function yearChoices({ overrides }: WorkingCalendar, shown: number, current: number) {
  const known = new Set([...overrides.keys()].map(yearOf));
  const years = new Set([...known, shown - 1, shown, shown + 1, current, current + 1]);
  return [...years].sort((a, b) => a - b).map((year) => ({ year, known: known.has(year) }));
}
