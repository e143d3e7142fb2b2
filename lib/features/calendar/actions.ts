"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { findMain, insertMain } from "./main-calendar";
import { calendarInput, dayInput, dayResetInput } from "./schema";

/** The company's week, the country whose holidays it keeps and its zone. */
export const saveCalendar = action(
  { name: "saveCalendar", ability: "company:edit", input: calendarInput },
  async (scope, { version, ...data }) => {
    if (version > 0) {
      const { count } = await scope.db.workingCalendar.updateMany({ where: { name: "main", version }, data });
      if (count === 1) return {};
    } else if (await insertMain(scope, data)) return {};
    const theirs = await findMain(scope);
    throw theirs ? new Refusal("conflict", { values: { theirs } }) : new Refusal("not-found");
  },
);

/** Says what one day is, in spite of its weekday and of the country's holidays. */
export const markDay = action(
  { name: "markDay", ability: "company:edit", input: dayInput },
  async (scope, { day, version, kind, minutes }) => {
    const { db } = scope;
    const calendarId = (await findMain(scope))?.id ?? (await insertMain(scope));
    if (!calendarId) throw new Refusal("changed-meanwhile");
    const changed =
      version > 0
        ? await db.$executeRaw`update calendar_override set kind = ${kind}, minutes = ${minutes}::int
            where calendar_id = ${calendarId}::uuid and day = ${day}::date and version = ${version}`
        : await db.$executeRaw`insert into calendar_override (calendar_id, day, kind, minutes) values (${calendarId}::uuid, ${day}::date, ${kind}, ${minutes}::int)
            on conflict (tenant_id, calendar_id, day) do nothing`;
    if (changed === 0) throw new Refusal("changed-meanwhile");
    return {};
  },
);

/** Takes the company's own mark off a day: it is again what the week and the holidays make it. */
export const resetDay = action(
  { name: "resetDay", ability: "company:edit", input: dayResetInput },
  async ({ db }, where) => {
    const { count } = await db.calendarOverride.deleteMany({ where });
    if (count === 1) return {};
    const there = await db.calendarOverride.findFirst({ where: { id: where.id }, select: { id: true } });
    throw new Refusal(there ? "changed-meanwhile" : "not-found");
  },
);
