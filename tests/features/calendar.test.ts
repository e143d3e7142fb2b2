import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { sessionHash } from "@/lib/access/caller";
import { asMember } from "@/lib/access/transaction";
import { workingMinutes } from "@/lib/domain/working-calendar";
import { markDay, resetDay, saveCalendar } from "@/lib/features/calendar/actions";
import { loadCalendar } from "@/lib/features/calendar/queries";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import { codeOf, granted, House } from "./assignments-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const house = await House.open();
const admin = await house.person("Admin", "admin");
const kam = await house.person("Kam", "kam");

const eight = "9-13, 14-18";
const fiveDays = [eight, eight, eight, eight, eight, "", ""];
const russian = { country: "RU" as const, zone: "", week: fiveDays };
const at = (page: Awaited<ReturnType<typeof loadCalendar>>, day: string) =>
  page.months.flatMap(({ days }) => days).find((one) => one.day === day);

beforeEach(() => house.sit(admin));
afterAll(() => house.close());

test("R38 a company that has said nothing works Monday to Friday, and is told that no holiday is known", async () => {
  const page = await loadCalendar({});
  expect(page).toMatchObject({
    year: 2026,
    weekly: true,
    settings: { version: 0, country: "", week: fiveDays.map(() => expect.any(String)) },
  });
  expect(page.sum).toMatchObject({ days: 261, minutes: 261 * 480, shortDays: 0 });
});

test("R38 with Russia's holidays the years are the official ones, and a year that is not known warns", async () => {
  granted(await house.send(saveCalendar, { ...russian, version: 0 }));
  const sums = await Promise.all([2024, 2025, 2026, 2027].map(async (year) => (await loadCalendar({ year })).sum));
  expect(sums.map(({ days, minutes }) => [days, minutes / 60])).toEqual([
    [248, 1979],
    [247, 1972],
    [247, 1972],
    [247, 1972],
  ]);
  const later = await loadCalendar({ year: 2028 });
  expect(later).toMatchObject({ weekly: true, sum: { days: 260 } });
  expect(later.years).toEqual(
    expect.arrayContaining([
      { year: 2027, known: true },
      { year: 2028, known: false },
    ]),
  );
});

test("R38 a day of one's own stands above the holidays, and can be taken back", async () => {
  const day = "2026-11-04";
  expect(at(await loadCalendar({}), day)).toMatchObject({ state: "off", minutes: 0, own: null });
  granted(await house.send(markDay, { day, kind: "working", minutes: 300, version: 0 }));
  const own = at(await loadCalendar({}), day);
  expect(own).toMatchObject({ state: "working", minutes: 300, own: { version: 1 } });
  granted(await house.send(markDay, { day, kind: "off", minutes: null, version: 1 }));
  granted(await house.send(resetDay, { id: own?.own?.id ?? "", version: 2 }));
  expect(at(await loadCalendar({}), day)).toMatchObject({ state: "off", own: null });
});

test("R38 two admins mark a day at once: the second is told, and the first mark stays", async () => {
  const day = "2026-12-30";
  const both = await Promise.all(
    [240, 300].map((minutes) => house.send(markDay, { day, kind: "short", minutes, version: 0 })),
  );
  expect(both.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["changed-meanwhile", "ok"]);
  expect(codeOf(await house.send(markDay, { day, kind: "off", minutes: null, version: 7 }))).toBe("changed-meanwhile");
  expect(codeOf(await house.send(resetDay, { id: randomUUID(), version: 1 }))).toBe("not-found");
  expect(at(await loadCalendar({}), day)?.state).toBe("short");
});

test("R68 a week without a working hour, or with hours that cross, is refused at its line", async () => {
  const refused = async (week: string[]) => house.send(saveCalendar, { ...russian, week, version: 1 });
  expect(await refused(["", "", "", "", "", "", ""])).toMatchObject({
    code: "invalid",
    fields: { "week.0": "no-hours" },
  });
  expect(await refused(["", "9-18", "12", "", "", "", ""])).toMatchObject({ fields: { "week.2": "hours-form" } });
  expect(await refused(["", "9-13, 12-18", "", "", "", "", ""])).toMatchObject({ fields: { "week.1": "hours-order" } });
  expect(await refused(["9-25", "", "", "", "", "", ""])).toMatchObject({ fields: { "week.0": "hours-form" } });
});

test("R68 a stale week is a conflict that shows theirs", async () => {
  const shorter = fiveDays.with(4, "9-13");
  granted(await house.send(saveCalendar, { ...russian, week: shorter, version: 1 }));
  const late = await house.send(saveCalendar, { ...russian, country: "BY", version: 1 });
  expect(late).toMatchObject({ code: "conflict", values: { theirs: { country: "RU", version: 2 } } });
  expect((await loadCalendar({})).settings.week[4]).toBe("09:00–13:00");
});

test("R38 every door of a member may count by it; only an admin changes it", async () => {
  house.sit(kam);
  await expect(loadCalendar({})).rejects.toThrow("not-found");
  expect(codeOf(await house.send(markDay, { day: "2026-12-29", kind: "off", minutes: null, version: 0 }))).toBe(
    "forbidden",
  );
  const session = await sessionHash();
  const entry = { name: "test", ability: "client:read", mode: "read", session, request: "" } as const;
  await asMember(entry, async (scope) => {
    const calendar = await workingCalendar(scope);
    expect(await workingCalendar(scope)).toBe(calendar);
    expect(["2026-11-03", "2026-11-04", "2026-11-06"].map((day) => workingMinutes(calendar, day))).toEqual([
      420, 0, 240,
    ]);
    expect(calendar.zone).toBe(scope.company.zone);
  });
});
