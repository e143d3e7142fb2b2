import { afterAll, expect, it, vi } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { testDatabase } from "@/tests/support/database-setup";
import { DoorCheck } from "./doors/check";
import { discoverDoors } from "./doors/discover";
import { checkDoor } from "./doors/steps";
import { loadProbes } from "./probes/load";
import { openWorld } from "./world/open";
import { ownersOfRows } from "./world/sides";
import { TODAY } from "./world/world";

vi.mock("next/headers", async () => (await import("./doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("./doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("./doors/next")).nextCache);

process.env.GRANGE_TODAY = TODAY;
// Many calls each, on whatever machine this is.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const { doors, findings } = await discoverDoors();
const probes = await loadProbes();
const opened = await openWorld(testDatabase());
const owners = await ownersOfRows(opened.admin, opened.world);
const hidden = new Set([...owners].flatMap(([key, { side }]) => (side === "otherBook" ? [key] : [])));

afterAll(async () => {
  await closeDatabase();
  await opened.close();
});

it("every action, page door and route is made by a door", () => {
  expect(findings).toEqual([]);
});

it("every door has a probe, and every probe a door", () => {
  const without = doors.filter(({ value }) => !probes.some(({ door }) => door === value));
  expect(without.map(({ name }) => name)).toEqual([]);
  const orphans = probes.filter(({ door }) => !doors.some(({ value }) => value === door));
  expect(orphans).toEqual([]);
});

const probed = doors.flatMap((door) => {
  const of = probes.filter((one) => one.door === door.value && one.feature.includes(process.env.PROBES ?? ""));
  return of.map((probe) => ({ ...door, probe }));
});

it.each(probed)("R84 $name answers everyone as their book, company and role allow", async ({ name, mark, probe }) => {
  const door = new DoorCheck(name, mark, probe, opened.world, opened.watch, hidden);
  await checkDoor(door);
  expect(door.findings).toEqual([]);
  expect(door.calls).toBeGreaterThan(0);
});
