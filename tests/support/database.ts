// Real PostgreSQL for tests: one cluster, one migrated template, and a copy of it for every test file.
import { randomBytes } from "node:crypto";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { bootstrapRoles, createDatabase, migrateDatabase } from "@/scripts/bootstrap";
import { startCluster } from "@/scripts/postgres";
import { hashOf } from "@/scripts/project";
import { roleNames } from "@/scripts/roles";

/** What a test file needs to make its copy; serialised from the main process to the workers. */
export type TestCluster = {
  adminUrl: string;
  template: string;
  passwords: { owner: string; app: string };
  /** Process id of the run: its databases are called grange_test_<run>_…, so that runs side by side stay apart. */
  run: number;
};

export type TestDatabase = {
  /** As the running app signs in: no rights but to become a reach role. */
  appUrl: string;
  /** As migrations sign in: sees every row of every tenant (row security does not bind the owner). */
  ownerUrl: string;
  /** Superuser, in the test's own database. */
  adminUrl: string;
  drop(): Promise<void>;
};

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Vitest's global setup. TEST_DATABASE_ADMIN_URL (a superuser) uses a server instead of the embedded PostgreSQL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  // Speed: what is in this cluster may be lost at any time, so it need not reach the disk.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };
  const embedded = given ? undefined : await startCluster({ name: "test", settings });
  const adminUrl = given ?? embedded?.adminUrl ?? "";
  const cluster = await prepareTestCluster(adminUrl);
  project.provide("cluster", cluster);
  // Held open for the whole run: the run that started the cluster must not stop it under another one.
  const presence = new pg.Client({ connectionString: adminUrl, application_name: "grange test run" });
  await presence.connect();
  presence.on("error", () => undefined);
  return async () => {
    await dropDatabases(presence, `grange_test_${cluster.run}_%`);
    const { rowCount: others } = await presence.query(
      "select from pg_stat_activity where application_name = 'grange test run' and pid <> pg_backend_pid()",
    );
    await presence.end();
    if (!others) await embedded?.stop();
  };
}

/** Roles, and the template database of the present migrations (made once, named by their hash). */
export async function prepareTestCluster(adminUrl: string): Promise<TestCluster> {
  const names = roleNames();
  const passwords = { owner: "owner-in-tests", app: "app-in-tests" };
  const template = `grange_template_${hashOf(["prisma/migrations", "scripts/bootstrap.ts", "scripts/roles.ts"], names.prefix).slice(0, 12)}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("select pg_advisory_lock(hashtext('grange test template'))");
  try {
    await dropLeftovers(admin);
    const { rowCount: ready } = await admin.query("select from pg_database where datname = $1", [template]);
    if (!ready) {
      await bootstrapRoles(adminUrl, names, passwords);
      const draft = `grange_draft_${process.pid}`;
      await admin.query(`drop database if exists ${draft}`);
      await createDatabase(adminUrl, draft, names);
      await migrateDatabase(addressOf(adminUrl, draft, names.owner, passwords.owner), names);
      await admin.query(`alter database ${draft} rename to ${template}`);
    }
  } finally {
    await admin.end();
  }
  return { adminUrl, template, passwords, run: process.pid };
}

/** A fresh copy of the migrated template. It goes at the end of the run, or earlier by `drop`. */
export async function createTestDatabase(cluster: TestCluster): Promise<TestDatabase> {
  const names = roleNames();
  const name = `grange_test_${cluster.run}_${randomBytes(5).toString("hex")}`;
  await createDatabase(cluster.adminUrl, name, names, cluster.template);
  const adminUrl = Object.assign(new URL(cluster.adminUrl), { pathname: `/${name}` }).href;
  return {
    appUrl: addressOf(cluster.adminUrl, name, names.app, cluster.passwords.app),
    ownerUrl: addressOf(cluster.adminUrl, name, names.owner, cluster.passwords.owner),
    adminUrl,
    drop: async () => {
      const admin = new pg.Client({ connectionString: cluster.adminUrl });
      await admin.connect();
      await dropDatabases(admin, name);
      await admin.end();
    },
  };
}

function addressOf(adminUrl: string, database: string, username: string, password: string): string {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}`, username, password }).href;
}

/** What killed runs left behind, and all but the newest templates. */
async function dropLeftovers(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^grange_(test|draft)_[0-9]+' order by oid",
  );
  for (const { datname } of rows) {
    if (!isRunning(Number(datname.match(/\d+/)?.[0]))) await dropDatabases(admin, datname);
  }
  const templates = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname like 'grange_template_%' order by oid desc offset 4",
  );
  for (const { datname } of templates.rows) await dropDatabases(admin, datname);
}

async function dropDatabases(admin: pg.Client, pattern: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>("select datname from pg_database where datname like $1", [
    pattern,
  ]);
  for (const { datname } of rows)
    await admin.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
