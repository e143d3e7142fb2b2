// Doors that are wrong in one way each, and the finding that the doors test must make of them.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { action, doorMark, lookup, query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { closeDatabase } from "@/lib/db/client";
import type { Role } from "@/lib/domain/roles";
import { testDatabase } from "@/tests/support/database-setup";
import { DoorCheck } from "./doors/check";
import { discoverDoors } from "./doors/discover";
import { checkDoor } from "./doors/steps";
import { type Probe, probe } from "./probes/probe";
import { type Opened, openWorld } from "./world/open";
import { ownersOfRows } from "./world/sides";
import { TODAY } from "./world/world";

vi.mock("next/headers", async () => (await import("./doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("./doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("./doors/next")).nextCache);

type Policy = typeof import("@/lib/access/policy");
const broken = vi.hoisted(() => ({ ability: false }));
vi.mock("@/lib/access/policy", async (original) => {
  const real = await original<Policy>();
  return { ...real, can: (...asked: Parameters<Policy["can"]>) => broken.ability || real.can(...asked) };
});
const { can } = await vi.importActual<Policy>("@/lib/access/policy");

/** Judges by the policy as it should be. */
class StrictCheck extends DoorCheck {
  override may(role: Role): boolean {
    const { ability } = this.mark;
    return ability === null || (can([role], ability) && !(this.writes && role === "auditor"));
  }
}

process.env.GRANGE_TODAY = TODAY;
// Many calls each, on whatever machine this is.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
let opened: Opened;
let hidden: Set<string>;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
  const owners = await ownersOfRows(opened.admin, opened.world);
  hidden = new Set([...owners].flatMap(([key, { side }]) => (side === "otherBook" ? [key] : [])));
});
afterAll(async () => {
  await closeDatabase();
  await opened.close();
});

const input = z.strictObject({ id: z.uuid() });
const renaming = { name: "rename", ability: "client:edit", input } as const;

async function rename(scope: Scope, id: string): Promise<number> {
  return (await scope.db.contact.updateMany({ where: { id }, data: { name: "Renamed" } })).count;
}

const doors = {
  good: action(renaming, async (scope, { id }) => {
    if ((await rename(scope, id)) === 0) throw new Refusal("not-found");
    return { id };
  }),
  silent: action(renaming, async (scope, { id }) => ({ count: (await rename(scope, id)) > -1 })),
  telling: action(renaming, async (scope, { id }) => {
    if ((await rename(scope, id)) > 0) return { id };
    const { rowCount } = await opened.owner.query("select from contact where id = $1", [id]);
    throw new Refusal(rowCount ? "forbidden" : "not-found");
  }),
  careless: action(renaming, async (scope, { id }) => {
    if ((await rename(scope, id)) > 0) return { id };
    await opened.owner.query("update contact set name = 'Overwritten' where id = $1", [id]);
    throw new Refusal("not-found");
  }),
  dated: action(renaming, async (scope, { id }) => {
    if ((await rename(scope, id)) === 0) throw new Refusal("not-found");
    return { at: new Date(0) };
  }),
  leaking: query("client:read", async () => (await opened.owner.query("select name from contact")).rows),
  looking: lookup(
    { ability: "client:read", input },
    async (_, { id }) => (await opened.owner.query("select name from contact where id = $1", [id])).rows,
  ),
  failing: action(renaming, async () => {
    throw new TypeError("a bug");
  }),
};

const byContact = (door: typeof doors.good) => probe.action(door, { input: (ids) => ({ id: ids.contact }) });

async function findingsOf(name: string, door: unknown, of: Probe): Promise<string[]> {
  const mark = doorMark(door);
  if (!mark) throw new Error(`${name} is no door.`);
  const check = new StrictCheck(name, mark, of, opened.world, opened.watch, hidden);
  await checkDoor(check);
  await check.restored("at the end", () => false);
  return check.findings;
}

describe("the doors test", () => {
  it("finds nothing wrong with a good door", async () => {
    expect(await findingsOf("good", doors.good, byContact(doors.good))).toEqual([]);
  });

  it("notices when one ability is no longer asked for", async () => {
    broken.ability = true;
    const found = await findingsOf("good", doors.good, byContact(doors.good));
    broken.ability = false;
    expect(found.join("\n")).toMatch(/specialist × own: expected forbidden, got ok/);
    expect(found.join("\n")).toMatch(/turned away: changed .*public.contact /);
  });

  const wrong: readonly (readonly [keyof typeof doors, Probe, RegExp])[] = [
    [
      "silent",
      probe.action(doors.silent, { input: (ids) => ({ id: ids.contact }) }),
      /kam × contact of random: accepted/,
    ],
    ["telling", byContact(doors.telling), /kam × contact of otherBook: differs from a random id/],
    ["careless", byContact(doors.careless), /kam × contact: changed public.contact/],
    ["dated", probe.action(doors.dated, { input: (ids) => ({ id: ids.contact }) }), /the answer is not plain JSON/],
    ["leaking", probe.query(doors.leaking, { args: () => [] }), /kam × own: tells "zotherbook"/],
    ["leaking", probe.query(doors.leaking, { args: () => [] }), /admin × own: tells "zforeignbook"/],
    [
      "looking",
      probe.lookup(doors.looking, { input: (ids) => ({ id: ids.contact }) }),
      /lead × contact of otherTenant: differs from a random id/,
    ],
    [
      "good",
      probe.action(doors.good, { input: (ids) => ({ id: ids.client }) }),
      /kam × own: expected ok, got not-found/,
    ],
    ["failing", probe.action(doors.failing, { input: (ids) => ({ id: ids.contact }) }), /kam × own: bug.*a bug/],
  ];
  it.each(wrong)("notices a %s door", async (name, of, pattern) => {
    const found = await findingsOf(name, of.door, of);
    expect(
      found.some((finding) => pattern.test(finding)),
      found.slice(0, 3).join("\n"),
    ).toBe(true);
  });

  it("finds an action that is no door, and one that hides in a function", async () => {
    const fixture = "tests/access/doors/fixture";
    const { findings } = await discoverDoors([`${fixture}/stray-actions.ts`, `${fixture}/hidden-action.ts`]);
    expect(findings).toEqual([
      `${fixture}/stray-actions.ts#deleteEverything is not made by a door`,
      `${fixture}/hidden-action.ts: an action inside a function is no door`,
    ]);
  });
});
