// A test that cannot fail proves nothing: the house is broken here in one place at a time, and the checks must say so.
import type pg from "pg";
import { beforeAll, describe, expect, inject, it, vi } from "vitest";
import { personalColumns } from "@/lib/access/personal";
import { createTestDatabase } from "@/tests/support/database";
import { testDatabase } from "@/tests/support/database-setup";
import { loginFindings } from "./catalogue/forgotten";
import { personalFindings } from "./catalogue/tables";
import { type Check, mutants } from "./mutants/mutants";
import { openRig, type Rig } from "./raw/rig";
import { openWorld } from "./world/open";
import type { World } from "./world/world";

// Many statements each, on whatever machine this is.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
beforeAll(async () => {
  const opened = await openWorld(testDatabase());
  world = opened.world;
  await opened.admin.query("drop schema kept cascade");
  // Only a database without connections can be copied.
  await opened.close();
});

/** Runs work in a copy of the world, of which only these tables are looked at row by row. */
async function inCopy(tables: readonly string[], work: (rig: Rig) => Promise<void>): Promise<void> {
  const template = new URL(testDatabase().ownerUrl).pathname.slice(1);
  const database = await createTestDatabase({ ...inject("cluster"), template });
  const rig = await openRig(database, world);
  rig.tables = rig.tables.filter(({ name }) => tables.includes(name));
  try {
    await work(rig);
  } finally {
    await rig.close();
    await database.drop();
  }
}

describe("the checks notice when", () => {
  it.each(mutants)("$name", async ({ sql, on = ["client", "contact"], found }) => {
    await inCopy(on, async (rig) => {
      await rig.owner.query(sql);
      const answers = new Map<Check, string[]>();
      for (const [check, pattern] of found) {
        const said = answers.get(check) ?? (await check(rig));
        answers.set(check, said);
        const heard = said.some((finding) => pattern.test(finding));
        expect(heard, `${pattern} in ${said.slice(0, 5).join("\n")}`).toBe(true);
      }
    });
  });

  const login: readonly (readonly [string, string, RegExp])[] = [
    [
      "the login inherits a reach",
      "grant reach_all to grange_app with inherit true",
      /grange_app inherits from reach_all/,
    ],
    ["the login sees past row security", "alter role grange_app bypassrls", /grange_app is superuser, BYPASSRLS/],
    [
      "the login may become the owner",
      "grant grange_owner to grange_app with inherit false",
      /grange_app may become grange_owner/,
    ],
    ["a reach may sign in", "alter role reach_few login", /reach_few may sign in/],
  ];
  it.each(login)("%s", async (_, sql, pattern) => {
    await inCopy([], async ({ admin }) => {
      // Roles belong to the whole server: in a transaction nobody else sees them changed.
      await admin.query("begin");
      await admin.query(sql);
      const found = await loginFindings(admin);
      const inherited = await rowsWithoutRole(admin);
      await admin.query("rollback");
      expect(
        found.some((finding) => pattern.test(finding)),
        found.join("\n"),
      ).toBe(true);
      expect(inherited).toBe(sql.includes("inherit true") ? "open" : "42501");
    });
  });

  it("a personal column is named that does not exist", async () => {
    await inCopy([], async ({ owner }) => {
      const found = await personalFindings(owner, { ...personalColumns, client: ["heart"] });
      expect(found).toContain("client.heart is not in app.personal_column");
    });
  });
});

/** What the login may read before it has become a reach role. */
async function rowsWithoutRole(admin: pg.Client): Promise<string> {
  await admin.query("set local role grange_app");
  await admin.query("savepoint plain");
  const answer = await admin.query("select from client").then(
    () => "open",
    (error: pg.DatabaseError) => error.code ?? "",
  );
  await admin.query("rollback to savepoint plain");
  return answer;
}
