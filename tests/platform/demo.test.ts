import { verify } from "@node-rs/argon2";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsInReach, type ReachRows } from "@/lib/domain/reach";
import { DEMO_PASSWORD } from "@/lib/features/sign-up/demo";
import { seedDemo } from "@/prisma/seed/demo";
import { testDatabase } from "@/tests/support/database-setup";

const today = "2026-11-23";
let owner: pg.Client;

const count = async (table: string) => Number((await owner.query(`select count(*) from ${table}`)).rows[0].count);

beforeAll(async () => {
  owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  await owner.query("begin");
  await seedDemo(owner, today);
  await owner.query("commit");
}, 120_000);
afterAll(() => owner.end());

describe("the demo in the database", () => {
  it("stands there, with its constraints and triggers satisfied, and leaves no trace in the audit trail", async () => {
    expect([await count("identity.tenant"), await count("client"), await count("identity.person")]).toEqual([
      2, 839, 18,
    ]);
    expect(await count("audit_entry")).toBe(0);
  });

  it("its roll-ups are the sums of its lines, and of shared credit nothing is lost", async () => {
    const sum = async (table: string, amount: string) =>
      (
        await owner.query(
          `select tenant_id, sum(${amount}) as amount, sum(cost) as cost from ${table} group by 1 order by 1`,
        )
      ).rows;
    const lines = await sum("sale_line", "base_amount");
    expect([await sum("client_month", "amount"), await sum("credit_month", "amount")]).toEqual([lines, lines]);
    expect(await count("sale_share")).toBeGreaterThan(100);
  });

  it("is not made a second time", async () => {
    const before = await count("assignment");
    await seedDemo(owner, "2027-01-15");
    expect([await count("identity.tenant"), await count("assignment")]).toEqual([2, before]);
  });

  it("lets its people in with the one password", async () => {
    const { rows } = await owner.query("select distinct password_hash from identity.person");
    expect(rows).toHaveLength(1);
    expect(await verify(rows[0].password_hash, DEMO_PASSWORD)).toBe(true);
  });

  // The oracle of lib/domain and the database's own rule, for every member, today and on days of the past and the future.
  it.each([today, "2026-12-15", "2025-12-22", "2025-12-23", "2024-06-16", "2021-01-01"])(
    "R84 R91 everyone reaches what lib/domain/reach says, on %s",
    async (day) => {
      const read = async (sql: string) => (await owner.query(sql)).rows;
      for (const { id: tenant } of await read("select id from identity.tenant")) {
        const of = (columns: string, table: string) =>
          read(`select ${columns} from ${table} where tenant_id = '${tenant}'`);
        const rows = {
          members: await of(`id, roles, left_on::text as "leftOn"`, "member"),
          teamLinks: await of(
            `team_id as "teamId", parent_id as "parentId", starts_on::text as "startsOn", ends_on::text as "endsOn"`,
            "team_link",
          ),
          teamMembers: await of(
            `team_id as "teamId", member_id as "memberId", role, starts_on::text as "startsOn", ends_on::text as "endsOn"`,
            "team_member",
          ),
          clients: await of("id", "client"),
          assignments: await of(
            `client_id as "clientId", member_id as "memberId", role, starts_on::text as "startsOn", ends_on::text as "endsOn"`,
            "assignment",
          ),
        } as ReachRows;
        for (const { id, roles, leftOn } of rows.members) {
          // Whoever sees all is let in by role, and whoever has left not at all: neither is asked of this function.
          if (
            roles.some((role) => ["admin", "director", "auditor"].includes(role)) ||
            (leftOn !== null && leftOn <= day)
          )
            continue;
          const { rows: answer } = await owner.query("select app.reach_of($1, $2, $3) as ids", [tenant, id, day]);
          expect([...answer[0].ids].sort()).toEqual([...clientsInReach(rows, id, day)].sort());
        }
      }
    },
  );
});
