import type { Scope } from "@/lib/access/scope";
import { shiftText } from "@/lib/domain/shift-text";
import type { Week } from "@/lib/domain/working-calendar";
import { usualWeek } from "./usual-week";

type Settings = { country: string | null; zone: string | null; week: Week };

/** The calendar that the company counts by, as its form writes it, or null while there is none. */
export async function findMain({ db }: Pick<Scope, "db">) {
  const select = { id: true, country: true, zone: true, week: true, version: true };
  const row = await db.workingCalendar.findFirst({ where: { name: "main" }, select });
  if (!row) return null;
  const { country, zone, ...rest } = row;
  return { ...rest, country: country ?? "", zone: zone ?? "", week: (row.week as unknown as Week).map(shiftText) };
}

/** Makes it, with the usual week unless told; answers its id, or null when someone else was quicker. */
export async function insertMain(
  { db }: Pick<Scope, "db">,
  { country, zone, week }: Settings = { country: null, zone: null, week: usualWeek },
): Promise<string | null> {
  const [made] = await db.$queryRaw<{ id: string }[]>`
    insert into working_calendar (name, country, zone, week) values ('main', ${country}, ${zone}, ${JSON.stringify(week)}::jsonb)
    on conflict (tenant_id, name) do nothing returning id::text`;
  return made?.id ?? null;
}
