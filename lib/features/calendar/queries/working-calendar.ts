import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type CalendarCountry, holidaysOf, isCalendarCountry } from "@/lib/domain/holidays/country-holidays";
import { overrideKinds, type WorkingCalendar } from "@/lib/domain/working-calendar";
import { usualWeek } from "../usual-week";

// Without a door: the clock's jobs count working days too.
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
export type Stored = z.output<typeof stored>;

export const countryOf = (own: Stored | null): CalendarCountry | null =>
  own?.country && isCalendarCountry(own.country) ? own.country : null;

/** The main calendar as one value of SQL, for a statement that reads something else as well: see calendarRead. */
export const mainCalendar = `(select json_build_object('country', c.country, 'zone', c.zone, 'week', c.week, 'version', c.version, 'days', coalesce((
    select json_agg(json_build_object('id', o.id, 'day', o.day, 'kind', o.kind, 'minutes', o.minutes, 'version', o.version) order by o.day)
    from calendar_override o where o.tenant_id = c.tenant_id and o.calendar_id = c.id), '[]'))
  from working_calendar c where c.name = 'main')`;

export async function readMain({ db }: Pick<Scope, "db">): Promise<Stored | null> {
  const [row] = await db.$queryRawUnsafe<{ calendar: unknown }[]>(`select ${mainCalendar} as calendar`);
  return stored.nullable().parse(row?.calendar ?? null);
}

export function calendarFrom(own: Stored | null, zone: string): WorkingCalendar {
  const country = countryOf(own);
  const overrides = new Map(country ? holidaysOf(country) : []);
  for (const { day, kind, minutes } of own?.days ?? []) overrides.set(day, { kind, minutes });
  return { zone: own?.zone ?? zone, week: own?.week ?? usualWeek, overrides };
}

const known = new WeakMap<object, Promise<WorkingCalendar>>();

/** The working time that `mainCalendar` found; kept, so that nobody reads it again in this transaction. */
export function calendarRead(
  scope: { db: Scope["db"]; company: Pick<Scope["company"], "zone"> },
  found: unknown,
): WorkingCalendar {
  const calendar = calendarFrom(stored.nullable().parse(found ?? null), scope.company.zone);
  known.set(scope.db, Promise.resolve(calendar));
  return calendar;
}

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
