import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { migrateDatabase, refuseMightyApp, requireServerRoles } from "@/scripts/bootstrap";
import { roleNames, roleStatements, statementsForAdministrator } from "@/scripts/roles";
import { testDatabase } from "@/tests/support/database-setup";

// A server that belongs to somebody else: its administrator hands out an owner's and an app's login.
const { adminUrl } = testDatabase();
const names = roleNames(`t${randomBytes(4).toString("hex")}_`);
const database = `${names.prefix}crm`;
const everyRole = [...names.reaches, names.worker, names.app, names.owner];
const as = (username: string, on = database) =>
  Object.assign(new URL(adminUrl), { username, password: "given", pathname: `/${on}` }).href;
const admin = new pg.Client({ connectionString: adminUrl });

async function dropAll(): Promise<void> {
  await admin.query(`drop database if exists ${database} with (force)`);
  // The owner last: it may have granted the others, and who has granted something cannot be dropped.
  for (const role of everyRole) await admin.query(`drop role if exists ${role}`);
}

beforeAll(() => admin.connect());
beforeEach(async () => {
  await dropAll();
  for (const role of [names.owner, names.app]) await admin.query(`create role ${role} login password 'given'`);
  await admin.query(`create database ${database} owner ${names.owner}`);
});
afterAll(async () => {
  await dropAll();
  await admin.end();
});

it("shows the administrator the SQL when the owner may not create roles, and is content once it was run", async () => {
  const refused = await requireServerRoles(as(names.owner), as(names.app), names).catch(
    (error: Error) => error.message,
  );
  expect(refused).toContain(`role ${names.prefix}reach_few is missing`);
  expect(refused).toContain(statementsForAdministrator(names, database));

  await admin.query(`drop database ${database}`);
  const sql = statementsForAdministrator(names, database).replaceAll(/<password of \w+>/g, "given");
  for (const statement of sql.split(/;$/m)) if (statement.trim()) await admin.query(statement);
  await requireServerRoles(as(names.owner), as(names.app), names);
  await migrateDatabase(as(names.owner), names);
  await refuseMightyApp(as(names.app), names);
});

it("creates the roles itself when the owner may, and migrates as that owner", async () => {
  await admin.query(`alter role ${names.owner} createrole`);
  await admin.query(`grant ${names.app} to ${names.owner} with admin true, inherit false, set false`);
  await requireServerRoles(as(names.owner), as(names.app), names);
  await migrateDatabase(as(names.owner), names);
  await refuseMightyApp(as(names.app), names);
});

it("names the setting whose login is not the expected one", async () => {
  await expect(requireServerRoles(as(names.app), as(names.app), names)).rejects.toThrow(
    `MIGRATE_URL must sign in as ${names.owner}`,
  );
  await expect(requireServerRoles(as(names.owner), as("postgres"), names)).rejects.toThrow(
    `DATABASE_URL must sign in as ${names.app}`,
  );
});

it("refuses an app login that row security would not bind", async () => {
  for (const statement of roleStatements(names)) await admin.query(statement);
  await admin.query(`alter role ${names.app} bypassrls`);
  await expect(refuseMightyApp(as(names.app), names)).rejects.toThrow("superuser or BYPASSRLS");
  await expect(requireServerRoles(as(names.owner), as(names.app), names)).rejects.toThrow(
    "must not be superuser, BYPASSRLS",
  );
  await admin.query(`alter role ${names.app} nobypassrls`);
  await refuseMightyApp(as(names.app), names);
  await admin.query(`grant ${names.owner} to ${names.app}`);
  await expect(refuseMightyApp(as(names.app), names)).rejects.toThrow(`may become ${names.owner}`);
});

it("refuses an app role that inherits a reach", async () => {
  for (const statement of roleStatements(names)) await admin.query(statement);
  await admin.query(`grant ${names.prefix}reach_all to ${names.app} with inherit true`);
  await expect(requireServerRoles(as(names.owner), as(names.app), names)).rejects.toThrow("with inherit false");
});
