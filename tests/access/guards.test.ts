import { createHash } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database-setup";
import { becoming } from "./world/become";
import { connect, type Opened, openWorld } from "./world/open";
import { personOf, TODAY } from "./world/world";

let opened: Opened;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
});
afterAll(() => opened.close());

const admin = () => {
  const { tenant, member } = personOf(opened.world.own, "admin");
  return { reach: "reach_all", tenant, member, ability: "people:edit", today: TODAY };
};
const asAdmin = (sql: string, values: unknown[] = []) =>
  becoming(opened.app, admin(), () => opened.app.query(sql, values));

describe("throttling", () => {
  const wait = async (key: string, client: pg.Client = opened.app) => {
    const { rows } = await client.query<{ wait: number }>("select identity.attempt($1, 5) as wait", [key]);
    return rows[0]?.wait ?? -1;
  };
  const key = (name: string) => `account:${createHash("sha256").update(name).digest("hex")}`;
  const rewind = (name: string, time: string) =>
    opened.owner.query(
      `update identity.throttle set blocked_until = blocked_until - interval '${time}', since = since - interval '${time}' where key = $1`,
      [key(name)],
    );

  it("lets five attempts pass, then makes the wait grow from five seconds, doubling, to fifteen minutes", async () => {
    for (let attempt = 1; attempt <= 5; attempt++) expect(await wait(key("growing"))).toBe(0);
    const waits: number[] = [];
    for (let round = 0; round < 10; round++) {
      const left = await wait(key("growing"));
      waits.push(left);
      await rewind("growing", `${left} seconds`);
      expect(await wait(key("growing"))).toBe(0);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
  });

  it("begins anew after fifteen quiet minutes, and after a success", async () => {
    for (let attempt = 1; attempt <= 6; attempt++) await wait(key("quiet"));
    expect(await wait(key("quiet"))).toBeGreaterThan(0);
    await rewind("quiet", "16 minutes");
    for (let attempt = 1; attempt <= 5; attempt++) expect(await wait(key("quiet"))).toBe(0);
    expect(await wait(key("quiet"))).toBeGreaterThan(0);
    await opened.app.query("select identity.forget_attempts($1)", [key("quiet")]);
    expect(await wait(key("quiet"))).toBe(0);
  });

  it("counts a hundred attempts at once as a hundred", async () => {
    // Ten transactions that begin at one moment: whatever the machine's speed, to the database it is the same second.
    const clients = await Promise.all(Array.from({ length: 10 }, () => connect(testDatabase().appUrl)));
    for (const client of clients) await client.query("begin; select now()");
    const waits = await Promise.all(
      clients.map(async (client) => {
        const mine: number[] = [];
        for (let attempt = 0; attempt < 10; attempt++) mine.push(await wait(key("flood"), client));
        await client.query("commit");
        await client.end();
        return mine;
      }),
    );
    expect(waits.flat().filter((seconds) => seconds === 0)).toHaveLength(5);
    expect(Math.max(...waits.flat())).toBeGreaterThan(0);
  });

  it("keeps accounts apart", async () => {
    for (let attempt = 1; attempt <= 7; attempt++) await wait(key("one"));
    expect(await wait(key("another"))).toBe(0);
  });
});

describe("R96 a company keeps an admin", () => {
  it("the last one cannot lose the role, leave, or be taken away", async () => {
    const { member } = admin();
    for (const set of ["roles = '{kam}'", `left_on = '${TODAY}'`])
      await expect(asAdmin(`update member set ${set} where id = $1`, [member]), set).rejects.toMatchObject({
        message: "last-admin",
      });
    await expect(
      opened.owner.query("delete from member where id = $1 and tenant_id = $2", [member, admin().tenant]),
    ).rejects.toThrow();
  });

  it("two admins who make each other ordinary at once do not both succeed", async () => {
    const { world, owner } = opened;
    const second = personOf(world.own, "director").member;
    await owner.query("update member set roles = '{director,admin}' where id = $1", [second]);
    const other = await connect(testDatabase().appUrl);
    const demote = (client: pg.Client, who: string) =>
      becoming(client, admin(), () => client.query("update member set roles = '{kam}' where id = $1", [who]));
    const results = await Promise.allSettled([demote(opened.app, second), demote(other, admin().member)]);
    await other.end();
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await owner.query("update member set roles = '{admin}' where id = $1", [admin().member]);
    await owner.query("update member set roles = '{director}' where id = $1", [second]);
  });

  it("the role may move from one to another in one transaction", async () => {
    const second = personOf(opened.world.own, "director").member;
    const move = `update member set roles = case id when $1 then '{admin}'::text[] else '{director}' end where id = any(array[$1, $2]::uuid[])`;
    await asAdmin(move, [second, admin().member]);
    await asAdmin(move, [admin().member, second]);
  });

  it("with profile:edit a member changes neither another's row nor the own rights", async () => {
    const kam = personOf(opened.world.own, "kam");
    const who = { reach: "reach_few", tenant: kam.tenant, member: kam.member, ability: "profile:edit", today: TODAY };
    const asKam = (set: string, id: string) =>
      becoming(opened.app, who, () => opened.app.query(`update member set ${set} where id = $1`, [id]));
    expect((await asKam("phone = '+7'", kam.member)).rowCount).toBe(1);
    await expect(asKam("phone = '+7'", admin().member)).rejects.toMatchObject({ message: "forbidden" });
    for (const set of ["roles = '{admin}'", "left_on = null, joined_on = '2020-01-01'", `left_on = '${TODAY}'`])
      await expect(asKam(set, kam.member), set).rejects.toMatchObject({ message: "forbidden" });
  });
});

describe("R94 the team tree stays a tree", () => {
  const link = (team: string, parent: string, from: string, to: string | null) =>
    asAdmin("insert into team_link (team_id, parent_id, starts_on, ends_on) values ($1, $2, $3, $4)", [
      team,
      parent,
      from,
      to,
    ]);

  it("a link that would close a ring on some day is refused, one on other days is not", async () => {
    const { team, looseTeam, division } = opened.world.own.ids;
    await link(division, looseTeam, "2026-01-01", "2026-07-01");
    await expect(link(looseTeam, team, "2026-06-30", null)).rejects.toMatchObject({ message: "cycle" });
    await expect(link(looseTeam, looseTeam, "2026-01-01", null)).rejects.toMatchObject({ code: "23514" });
    await link(looseTeam, team, "2026-07-01", null);
  });

  it("two links at once cannot close a ring between them", async () => {
    const { owner, world } = opened;
    await owner.query("delete from team_link where tenant_id = $1", [world.own.tenant]);
    const other = await connect(testDatabase().appUrl);
    const { team, looseTeam } = world.own.ids;
    const insert = "insert into team_link (team_id, parent_id, starts_on) values ($1, $2, '2026-01-01')";
    const results = await Promise.allSettled([
      becoming(opened.app, admin(), () => opened.app.query(insert, [team, looseTeam])),
      becoming(other, admin(), () => other.query(insert, [looseTeam, team])),
    ]);
    await other.end();
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
