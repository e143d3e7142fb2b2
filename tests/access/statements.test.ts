// A page is one door, and a door is a few statements: each costs a way to the database and back, on every visit, for everybody.
import { afterAll, expect, it, vi } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { statementsOf } from "@/tests/bench/statements";
import { testDatabase } from "@/tests/support/database-setup";
import { callDoor } from "./doors/call";
import { discoverDoors } from "./doors/discover";
import { loadProbes } from "./probes/load";
import { openWorld } from "./world/open";
import { idsFor, personOf, TODAY } from "./world/world";

vi.mock("next/headers", async () => (await import("./doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("./doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("./doors/next")).nextCache);

process.env.GRANGE_TODAY = TODAY;
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** Besides the door's own two, who is there and what they may. */
const MOST = 8;

/** What goes before the page's own statements: the door's session and context, and the transaction's own words. */
const isDoors = (text: string) =>
  /^\s*(begin|commit|rollback|set transaction)/i.test(text) ||
  text.includes("app.open_session(") ||
  text.includes("set_config('app.tenant'");

const { doors } = await discoverDoors();
const probes = await loadProbes();
const opened = await openWorld(testDatabase());
afterAll(async () => {
  await closeDatabase();
  await opened.close();
});

const pages = doors.flatMap(({ name, value, mark }) => {
  const probe = probes.find(({ door, kind }) => door === value && kind === "query");
  return mark.kind === "query" && probe ? [{ name: String(name.split("#")[1]), probe }] : [];
});

it("there are pages to count", () => {
  expect(pages.length).toBeGreaterThan(30);
});

it.each(pages)("$name says at most 8 statements, whoever opens it", async ({ probe }) => {
  let [most, served]: [string[], number] = [[], 0];
  for (const part of ["kam", "lead", "admin", "director"] as const) {
    const by = personOf(opened.world.own, part);
    const call = { probe, ids: idsFor(opened.world, "own", by), by, company: opened.world.own.tenant };
    await callDoor(call);
    let code = "";
    const said = await statementsOf(async () => {
      code = (await callDoor(call)).code;
    });
    if (code !== "ok") continue;
    served++;
    const own = said.map(({ text }) => text).filter((text) => !isDoors(text));
    if (own.length > most.length) most = own;
  }
  expect(served).toBeGreaterThan(0);
  expect(most.length, most.map((text) => text.replaceAll(/\s+/g, " ").slice(0, 120)).join("\n")).toBeLessThanOrEqual(
    MOST,
  );
});
