import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database-setup";
import { DEFINERS } from "./catalogue/definers";
import { CASES, type Case, fillOwn } from "./definers/cases";
import { WITHOUT_IDS } from "./definers/without-ids";
import { changesBetween, type Snapshot } from "./snapshot";
import { becoming, enter } from "./world/become";
import type { Ids } from "./world/ids";
import { type Opened, openWorld } from "./world/open";
import type { Part } from "./world/people";
import { sees } from "./world/sees";
import { idsFor, personOf, TODAY, type World } from "./world/world";

let opened: Opened;
let before: Snapshot;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
});
beforeEach(async () => {
  before = await opened.watch.look();
});
afterAll(() => opened.close());

const reachesOf = (part: Part) => (sees(part) === "all" ? ["reach_all"] : ["reach_few", "reach_many"]);
const calls = Object.entries(CASES).flatMap(([name, of]) =>
  (of.by ?? (["lead", "admin"] as const)).flatMap((part) =>
    reachesOf(part).map((reach) => ({ name, of, part, reach })),
  ),
);

/** The answer as text, or the error; nothing of it stays. */
async function ask(part: Part, reach: string, ability: string, sql: string, values: unknown[]): Promise<string> {
  const { app, world } = opened;
  const { tenant, member } = personOf(world.own, part);
  await app.query("begin");
  try {
    await enter(app, { reach, tenant, member, ability, today: TODAY });
    const { rows } = await app.query(sql, values);
    await app.query("set constraints all immediate");
    return JSON.stringify(rows);
  } catch (error) {
    const { code, message, detail = "" } = error as pg.DatabaseError;
    return `${code} ${message} ${detail}`;
  } finally {
    await app.query("rollback");
  }
}

async function asked(of: Case, part: Part, reach: string, column: keyof World): Promise<string> {
  const ids: Ids = idsFor(opened.world, column, personOf(opened.world.own, part));
  const values = of.values(ids);
  const answer = await ask(part, reach, of.ability, of.sql, fillOwn(values, opened.world.own.ids));
  return values.reduce<string>(
    (text, value) => (typeof value === "string" ? text.replaceAll(value, "<asked>") : text),
    answer,
  );
}

describe("definer functions answer about rows out of reach as about rows that never were", () => {
  it("every one that members may call is tried here", () => {
    const tried = new Set([...Object.keys(CASES).map((name) => name.split("#")[0]), ...Object.keys(WITHOUT_IDS)]);
    const members = Object.entries(DEFINERS).flatMap(([name, callers]) => (callers === "members" ? [name] : []));
    expect(members.filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each(calls.filter(({ of }) => !of.silent))("$name as $part ($reach)", async ({ of, part, reach }) => {
    const random = await asked(of, part, reach, "random");
    expect(await asked(of, part, reach, "own")).not.toBe(random);
    expect(await asked(of, part, reach, "otherTenant")).toBe(random);
    if (reach !== "reach_all" && !of.tells) expect(await asked(of, part, reach, "otherBook")).toBe(random);
    expect(changesBetween(before, await opened.watch.look())).toEqual([]);
  });

  it.each(calls.filter(({ of }) => of.silent))(
    "$name as $part ($reach) touches own rows only",
    async ({ of, part, reach }) => {
      const { app, world, watch } = opened;
      const caller = personOf(world.own, part);
      const touch = async (column: keyof World) => {
        const who = { reach, tenant: caller.tenant, member: caller.member, ability: of.ability, today: TODAY };
        await becoming(app, who, () => app.query(of.sql, of.values(idsFor(world, column, caller))));
        return changesBetween(before, await watch.look());
      };
      expect(await touch("otherTenant")).toEqual([]);
      expect(await touch("random")).toEqual([]);
      const own = await touch("own");
      expect(own).not.toEqual([]);
      await watch.restore(own);
    },
  );

  const guarded = calls.filter(({ of, reach }) => of.sql.includes("done") && reach !== "reach_many");
  it.each(guarded)("$name is forbidden to $part without its ability", async ({ of, part, reach }) => {
    const ids = idsFor(opened.world, "own", personOf(opened.world.own, part));
    const answer = await ask(part, reach, "shell:read", of.sql, fillOwn(of.values(ids), opened.world.own.ids));
    expect(answer).toMatch(/^P0G01 forbidden/);
  });

  it.each(Object.entries(WITHOUT_IDS))(
    "%s speaks of the caller's own company and reach",
    async (_, { ability, sql }) => {
      const { otherTenant, otherBook } = opened.world;
      for (const [part, hidden] of [
        ["lead", [...otherBook.clients, ...otherTenant.clients, personOf(otherTenant, "lead").member]],
        ["admin", [...otherTenant.clients, personOf(otherTenant, "lead").member]],
      ] as const) {
        for (const reach of reachesOf(part)) {
          const answer = await ask(part, reach, ability, sql, []);
          for (const secret of hidden) expect(answer).not.toContain(secret);
        }
      }
    },
  );
});

describe("definer functions cannot be talked into another company", () => {
  const lead = (ability: string) => {
    const { tenant, member } = personOf(opened.world.own, "lead");
    return { reach: "reach_few", tenant, member, ability, today: TODAY };
  };

  it("a mail for another company is refused", async () => {
    const sql = "select app.post_mail($1, 'invitation', 'a@b.test', 's', 'v', null, true)";
    const post = () => opened.app.query(sql, [opened.world.otherTenant.tenant]);
    await expect(becoming(opened.app, lead("people:edit"), post)).rejects.toMatchObject({ message: "forbidden" });
  });

  it("a job gets the caller's company, whatever its payload says", async () => {
    const payload = { tenant: opened.world.otherTenant.tenant, mail: "x" };
    await opened.app.query("begin");
    await enter(opened.app, lead("client:read"));
    await opened.app.query("select app.enqueue('none', $1)", [payload]);
    await opened.app.query("commit");
    const { rows } = await opened.admin.query("select payload from graphile_worker._private_jobs");
    await opened.admin.query("delete from graphile_worker._private_jobs");
    expect(rows.map((row) => row.payload.tenant)).toEqual([opened.world.own.tenant]);
  });

  it("the clock's and the login's functions are closed to members", async () => {
    const { rows } = await opened.admin.query<{ sql: string }>(
      `select format('select %s(%s)', p.oid::regproc, (select string_agg('null::' || format_type(t, null), ', ') from unnest(p.proargtypes) t)) as sql
       from pg_proc p where p.pronamespace = any('{app,identity}'::regnamespace[]) and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and not has_function_privilege(app.role_name('reach_few'), p.oid, 'execute')`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { sql } of rows) expect(await ask("lead", "reach_few", "audit:read", sql, [])).toMatch(/^42501/);
  });

  it("R91 a group that spans books shows the name of a head out of reach, and nothing else of it", async () => {
    const { owner, world, watch } = opened;
    const { own, otherBook } = world;
    await owner.query("update client set parent_id = $1 where tenant_id = $2 and id = $3", [
      otherBook.ids.client,
      own.tenant,
      own.ids.client,
    ]);
    const name = `client ${otherBook.ids.word}`;
    const kam = (sql: string) => ask("kam", "reach_few", "client:read", sql, [own.ids.client]);
    expect(JSON.parse(await kam("select * from app.group_of($1)"))).toEqual([
      { head_id: null, head_name: name, companies: 4, reached: 2 },
    ]);
    expect(JSON.parse(await kam("select parent_id, parent_name from app.parents_of(array[$1::uuid])"))).toEqual([
      { parent_id: null, parent_name: name },
    ]);
    expect(JSON.parse(await kam("select id from app.group_tree($1)"))).toEqual([
      { id: own.ids.client },
      { id: own.ids.archivedClient },
    ]);
    await watch.restore(changesBetween(before, await watch.look()));
  });

  it("R94 a lead does not undo an order once its receiver went to another team with the client", async () => {
    const { owner, world, app, watch } = opened;
    const transfer = personOf(world.own, "lead").transfer;
    await owner.query("update team_member set ends_on = $1 where tenant_id = $2 and member_id = $3", [
      TODAY,
      world.own.tenant,
      personOf(world.own, "kam").member,
    ]);
    await owner.query(
      "insert into team_member (tenant_id, team_id, member_id, role, starts_on) values ($1, $2, $3, 'member', $4)",
      [world.own.tenant, world.otherBook.ids.team, personOf(world.own, "kam").member, TODAY],
    );
    const undo = () => app.query("select app.undo_transfer($1)", [transfer]);
    await expect(becoming(app, lead("assignment:edit"), undo)).rejects.toMatchObject({ message: "outside-team" });
    await watch.restore(changesBetween(before, await watch.look()));
  });
});
