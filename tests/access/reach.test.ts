import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsInReach, type ReachRows } from "@/lib/domain/reach";
import { testDatabase } from "@/tests/support/database-setup";
import { secretHash } from "./world/insert";
import { type Opened, openWorld } from "./world/open";
import { personOf, TODAY } from "./world/world";

let opened: Opened;
beforeAll(async () => {
  opened = await openWorld(testDatabase());
});
afterAll(() => opened.close());

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
const period = fc.tuple(day, fc.option(day, { nil: null })).map(([one, other]) => {
  const [starts_on = one, last = one] = other === null ? [] : [one, other].sort();
  return { starts_on, ends_on: last === starts_on ? null : last };
});
const pick = (below: number) => fc.nat({ max: below - 1 });

/** Rows by number; what the database's constraints refuse is left out when they are inserted. */
const company = fc.record({
  members: fc.array(fc.subarray(["lead", "kam", "specialist"], { minLength: 1 }), { minLength: 2, maxLength: 7 }),
  // A team stands under one with a lower number, so that no ring can come.
  links: fc.array(fc.tuple(pick(5), pick(5), period), { minLength: 2, maxLength: 8 }),
  places: fc.array(fc.tuple(pick(5), pick(7), fc.constantFrom("lead", "member"), period), {
    minLength: 5,
    maxLength: 14,
  }),
  assignments: fc.array(
    fc.tuple(pick(6), pick(7), fc.constantFrom("primary", "primary", "deputy", "specialist"), period),
    { minLength: 8, maxLength: 24 },
  ),
});

async function build(of: Company) {
  const { owner } = opened;
  const tenant = randomUUID();
  const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
  const [members, teams, clients] = [ids(of.members.length), ids(5), ids(6)];
  const put = async (table: string, rows: object[]) => {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).join(", ");
    await owner.query(
      `insert into ${table} (tenant_id, ${columns}) select $1, ${columns} from jsonb_populate_recordset(null::${table}, $2) on conflict do nothing`,
      [tenant, JSON.stringify(rows)],
    );
  };
  const member = (index: number) => members[index % members.length];
  await owner.query("insert into identity.tenant (id, name) values ($1, 'Random')", [tenant]);
  await put(
    "member",
    of.members.map((roles, index) => ({ id: members[index], name: "m", email: "m", roles, joined_on: "2026-01-01" })),
  );
  await put(
    "team",
    teams.map((id) => ({ id, name: id })),
  );
  await put(
    "client",
    clients.map((id) => ({ id, code: id, kind: "person", name: id, name_key: id })),
  );
  const links = of.links.filter(([child, parent]) => parent < child);
  await put(
    "team_link",
    links.map(([child, parent, when]) => ({
      id: randomUUID(),
      team_id: teams[child],
      parent_id: teams[parent],
      ...when,
    })),
  );
  await put(
    "team_member",
    of.places.map(([team, who, role, when]) => ({
      id: randomUUID(),
      team_id: teams[team],
      member_id: member(who),
      role,
      ...when,
    })),
  );
  await put(
    "assignment",
    of.assignments.map(([client, who, role, when]) => ({
      id: randomUUID(),
      client_id: clients[client],
      member_id: member(who),
      role,
      share: 0,
      ...when,
    })),
  );
  return { tenant, members, rows: await readBack(tenant) };
}
type Company = typeof company extends fc.Arbitrary<infer T> ? T : never;

async function readBack(tenant: string): Promise<ReachRows> {
  const read = async <T extends object>(query: string) => (await opened.owner.query<T>(query, [tenant])).rows;
  const when = `to_char(starts_on, 'YYYY-MM-DD') as "startsOn", to_char(ends_on, 'YYYY-MM-DD') as "endsOn"`;
  return {
    members: await read(`select id, roles, null as "leftOn" from member where tenant_id = $1`),
    teamLinks: await read(
      `select team_id as "teamId", parent_id as "parentId", ${when} from team_link where tenant_id = $1`,
    ),
    teamMembers: await read(
      `select team_id as "teamId", member_id as "memberId", role, ${when} from team_member where tenant_id = $1`,
    ),
    clients: await read("select id from client where tenant_id = $1"),
    assignments: await read(
      `select client_id as "clientId", member_id as "memberId", role, ${when} from assignment where tenant_id = $1`,
    ),
  };
}

/** The same company, but everybody always owns one client, whose id is theirs: whose clients I reach are the people below me. */
function withAClientEach(rows: ReachRows): ReachRows {
  const assignments = rows.members.map(({ id }) => ({
    clientId: id,
    memberId: id,
    role: "primary" as const,
    startsOn: "2026-01-01",
    endsOn: null,
  }));
  return { ...rows, clients: rows.members, assignments };
}

const days = ["2026-02-01", "2026-02-09", "2026-02-14", "2026-02-20", "2026-03-01"];

describe("R94 reach", () => {
  it("of the database is the reach that lib/domain/reach tells, for random dated teams and assignments", async () => {
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(company, async (of) => {
        const { tenant, rows } = await build(of);
        const { rows: answers } = await opened.owner.query<{ member: string; day: string; reach: string[] }>(
          `select m.id as member, to_char(d.day, 'YYYY-MM-DD') as day, app.reach_of(m.tenant_id, m.id, d.day) as reach
           from member m, unnest($2::date[]) as d(day) where m.tenant_id = $1`,
          [tenant, days],
        );
        for (const { member, day: on, reach } of answers) {
          const expected = [...clientsInReach(rows, member, on)].sort();
          expect([...reach].sort(), `${member} on ${on}`).toEqual(expected);
          reached += expected.length;
        }
      }),
      { numRuns: 120, seed: 13 },
    );
    expect(reached).toBeGreaterThan(500);
  });

  it("subordinates are the people of the teams that lib/domain/reach tells, and oneself", async () => {
    await fc.assert(
      fc.asyncProperty(company, async (of) => {
        const { tenant, members, rows } = await build(of);
        for (const member of members) {
          for (const on of days.slice(1, 4)) {
            await opened.owner.query(
              "select set_config('app.tenant', $1, false), set_config('app.member', $2, false), set_config('app.today', $3, false)",
              [tenant, member, on],
            );
            const { rows: answer } = await opened.owner.query<{ ids: string[] }>("select app.subordinate_ids() as ids");
            const expected = clientsInReach(withAClientEach(rows), member, on);
            expect([...(answer[0]?.ids ?? [])].sort()).toEqual([...expected].sort());
          }
        }
        await opened.owner.query("select set_config('app.tenant', '', false)");
      }),
      { numRuns: 15, seed: 14 },
    );
  });

  it("is few up to 300 clients, then many; admin, director and auditor reach all", async () => {
    const { owner, app, world } = opened;
    const reachOf = async (part: "kam" | "lead" | "specialist" | "admin" | "director" | "auditor") => {
      const { rows } = await app.query<{ reach: string }>("select reach from app.open_session($1, $2)", [
        secretHash(personOf(world.own, part).sid),
        TODAY,
      ]);
      return rows[0]?.reach;
    };
    const add = (from: number, to: number) =>
      owner.query(
        `with made as (insert into client (tenant_id, code, kind, name, name_key) select $1, 'many' || n, 'person', 'many', 'many' from generate_series($3::int, $4::int) n returning id)
         insert into assignment (tenant_id, client_id, member_id, role, starts_on) select $1, id, $2, 'primary', '2026-01-01' from made`,
        [world.own.tenant, personOf(world.own, "kam").member, from, to],
      );
    await add(1, 300 - world.own.clients.length);
    expect(await reachOf("kam")).toBe("few");
    expect(await reachOf("lead")).toBe("few");
    await add(301, 301);
    expect(await reachOf("kam")).toBe("many");
    expect(await reachOf("lead")).toBe("many");
    expect(await reachOf("specialist")).toBe("few");
    expect([await reachOf("admin"), await reachOf("director"), await reachOf("auditor")]).toEqual([
      "all",
      "all",
      "all",
    ]);
  });
});
