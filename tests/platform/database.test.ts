import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { findRoleFaults, roleNames } from "@/scripts/roles";
import { testDatabase } from "@/tests/support/database-setup";

const open: pg.Client[] = [];

async function connect(url: string, options?: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options });
  await client.connect();
  open.push(client);
  return client;
}

afterEach(async () => {
  for (const client of open.splice(0)) await client.end();
});

describe("the prepared database", () => {
  it("has every role as isolation needs it, and says which one is not", async () => {
    const admin = await connect(testDatabase().adminUrl);
    expect(await findRoleFaults(admin, roleNames())).toEqual([]);
    expect(await findRoleFaults(admin, roleNames("absent_"))).toContain("role absent_reach_few is missing");
  });

  it("lets the app become a reach, but gives it nothing before it does", async () => {
    const app = await connect(testDatabase().appUrl);
    const rights = "select pg_has_role($1, 'usage') as inherits, pg_has_role($1, 'set') as may_become";
    for (const role of [...roleNames().reaches, roleNames().worker]) {
      const { rows } = await app.query(rights, [role]);
      expect(rows).toEqual([{ inherits: false, may_become: true }]);
    }
    await expect(app.query("select from _prisma_migrations where checksum is null")).rejects.toThrow(
      "permission denied",
    );
    await expect(app.query("create temporary table t (id int)")).rejects.toThrow("permission denied");
    await expect(app.query(`set role ${roleNames().owner}`)).rejects.toThrow("permission denied");
  });

  it("lets the worker own the queue through the app's login", async () => {
    const worker = await connect(testDatabase().appUrl, `-c role=${roleNames().worker}`);
    const { rows } = await worker.query(
      "select current_user::text as user, (graphile_worker.add_job('x', '{}')).id > 0 as added",
    );
    expect(rows).toEqual([{ user: roleNames().worker, added: true }]);
    await expect(worker.query("create schema other")).rejects.toThrow("permission denied");
  });

  it("stores Russian text as characters, whatever LANG says", async () => {
    const owner = await connect(testDatabase().ownerUrl);
    const { rows } = await owner.query(
      "select length('Ёлка') as length, lower('ЁЛКА') as lower, cardinality(show_trgm('Ёлка')) as trigrams",
    );
    expect(rows).toEqual([{ length: 4, lower: "ёлка", trigrams: 5 }]);
  });
});
