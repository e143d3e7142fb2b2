import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, yearOf } from "@/lib/domain/calendar-date";
import { monthsOfYear } from "@/lib/domain/fiscal-year";
import {
  type CalendarCountry,
  calendarCountries,
  holidaysOf,
  isCalendarCountry,
  yearsOf,
} from "@/lib/domain/holidays/country-holidays";
import { shiftText } from "@/lib/domain/shift-text";
import { type Workdays, workdays } from "@/lib/domain/workdays";
import { overrideKinds, type WorkingCalendar } from "@/lib/domain/working-calendar";
import { zoneChoices } from "@/lib/i18n/zones";
import { type CalendarDay, calendarDays } from "./queries/calendar-days";
import { usualWeek } from "./usual-week";

const ownDay = z.object({
  id: z.string(),
  day: z.string(),
  kind: z.enum(overrideKinds),
  minutes: z.number().nullable(),
  version: z.number(),
});
/** A day that the company has marked itself. */
export type OwnDay = z.output<typeof ownDay>;

const shift = z.object({ from: z.number(), to: z.number() });
const stored = z.object({
  country: z.string().nullable(),
  zone: z.string().nullable(),
  week: z.array(z.array(shift)).length(7),
  version: z.number(),
  days: z.array(ownDay),
});
type Stored = z.output<typeof stored>;

const countryOf = (own: Stored | null): CalendarCountry | null =>
  own?.country && isCalendarCountry(own.country) ? own.country : null;

async function readMain({ db }: Pick<Scope, "db">): Promise<Stored | null> {
  const [row] = await db.$queryRaw<unknown[]>`
    select c.country, c.zone, c.week, c.version, coalesce((
      select json_agg(json_build_object('id', o.id, 'day', o.day, 'kind', o.kind, 'minutes', o.minutes, 'version', o.version) order by o.day)
      from calendar_override o where o.tenant_id = c.tenant_id and o.calendar_id = c.id), '[]') as days
    from working_calendar c where c.name = 'main'`;
  return row === undefined ? null : stored.parse(row);
}

function calendarFrom(own: Stored | null, zone: string): WorkingCalendar {
  const country = countryOf(own);
  const overrides = new Map(country ? holidaysOf(country) : []);
  for (const { day, kind, minutes } of own?.days ?? []) overrides.set(day, { kind, minutes });
  return { zone: own?.zone ?? zone, week: own?.week ?? usualWeek, overrides };
}

const known = new WeakMap<object, Promise<WorkingCalendar>>();

/**
 * The company's working time for whatever counts working days: its week, its country's holidays and, above them, its own days. Read once per
 * transaction, so that any number of readers may ask.
 */
export function workingCalendar(scope: {
  db: Scope["db"];
  company: Pick<Scope["company"], "zone">;
}): Promise<WorkingCalendar> {
  const found = known.get(scope.db);
  if (found) return found;
  const asked = readMain(scope).then((own) => calendarFrom(own, scope.company.zone));
  known.set(scope.db, asked);
  return asked;
}

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
