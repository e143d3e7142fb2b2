// From an empty server to a database that is ready for migrations: roles, database, extensions, schemas, the queue.

import { join } from "node:path";
import { runMigrations as migrateQueue } from "graphile-worker";
import pg from "pg";
import { applyMigrations } from "@/lib/db/migrate";
import { projectFolder } from "./project";
import { findRoleFaults, type RoleNames, roleStatements, statementsForAdministrator } from "./roles";

const { escapeIdentifier: id, escapeLiteral: literal } = pg;

/** A reason to stop that the person at the terminal can act upon: shown without a stack. */
export class SetupStop extends Error {}

/** On our own cluster: creates or repairs the roles, as a superuser. */
export async function bootstrapRoles(
  adminUrl: string,
  names: RoleNames,
  passwords: { owner: string; app: string },
): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    await locked(admin, async () => {
      for (const statement of roleStatements(names, passwords)) await admin.query(statement);
    });
  });
}

/** On our own cluster: creates the database (or a copy of `template`) when it is absent. */
export async function createDatabase(
  adminUrl: string,
  name: string,
  names: RoleNames,
  template?: string,
): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    const source = template
      ? `template ${id(template)}`
      : "template template0 encoding 'UTF8' locale_provider icu icu_locale 'und'";
    await admin.query(`create database ${id(name)} owner ${id(names.owner)} ${source}`);
    // A copy does not bring the privileges of its template.
    await admin.query(`revoke all on database ${id(name)} from public`);
    await admin.query(`grant connect on database ${id(name)} to ${id(names.app)}`);
    // Imports work in temporary tables; a migration grants this too, but not to copies.
    await admin.query(`grant temporary on database ${id(name)} to ${id(`${names.prefix}reach_all`)}`);
  });
}

/** On a server: the roles are checked, created if the owner may, or else their SQL is shown to the administrator. */
export async function requireServerRoles(ownerUrl: string, appUrl: string, names: RoleNames): Promise<void> {
  for (const [setting, url, role] of [
    ["MIGRATE_URL", ownerUrl, names.owner],
    ["DATABASE_URL", appUrl, names.app],
  ] as const) {
    const user = decodeURIComponent(new URL(url).username);
    if (user !== role)
      throw new SetupStop(
        `${setting} must sign in as ${role}, not as ${user || "nobody"} (GRANGE_ROLE_PREFIX is "${names.prefix}").`,
      );
  }
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const show = (why: string) =>
    new SetupStop(`${why}\nAsk the server's administrator to run:\n\n${statementsForAdministrator(names, database)}\n`);
  await withClient(ownerUrl, async (owner) => {
    await locked(owner, async () => {
      const faults = await findRoleFaults(owner, names);
      if (faults.length === 0) return;
      const { rowCount: mayCreate } = await owner.query(
        "select from pg_roles where rolname = current_user and rolcreaterole",
      );
      if (!mayCreate) throw show(`The database roles are not complete: ${faults.join("; ")}.`);
      for (const statement of roleStatements(names)) await owner.query(statement);
      const left = await findRoleFaults(owner, names);
      if (left.length > 0) throw show(`The database roles could not be completed: ${left.join("; ")}.`);
    });
  }).catch((error: Error) => {
    throw error instanceof SetupStop ? error : show(`MIGRATE_URL does not work: ${error.message}.`);
  });
}

/** As the owner, repeatable: extensions, schemas, the function that knows the role prefix, and the queue's own tables. */
async function prepareDatabase(ownerUrl: string, names: RoleNames): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    await locked(owner, async () => {
      for (const extension of ["btree_gist", "pg_trgm", "unaccent", "citext"])
        await owner.query(`create extension if not exists ${extension}`);
      for (const schema of ["app", "identity"]) await owner.query(`create schema if not exists ${schema}`);
      await owner.query(`create schema if not exists graphile_worker authorization ${id(names.worker)}`);
      await owner.query(`create or replace function app.role_name(name text) returns text
        language sql immutable parallel safe return ${literal(names.prefix)} || name`);
      await owner.query(
        `grant usage on schema app to ${[names.app, names.worker, ...names.reaches].map(id).join(", ")}`,
      );
      await prepareQueue(owner, ownerUrl, names);
    });
  });
}

async function prepareQueue(owner: pg.Client, ownerUrl: string, names: RoleNames): Promise<void> {
  const database = id(new URL(ownerUrl).pathname.slice(1));
  // Its first migration says "create schema if not exists", which asks for the privilege before it looks.
  await owner.query(`grant create on database ${database} to ${id(names.worker)}`);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, options: `-c role=${names.worker}` });
  const ignore = () => undefined; // the query that meets a broken connection reports it
  pool.on("error", ignore).on("connect", (client) => client.on("error", ignore));
  try {
    await migrateQueue({ pgPool: pool });
  } finally {
    await pool.end();
    await owner.query(`revoke create on database ${database} from ${id(names.worker)}`);
  }
}

/** Prepares the database and brings it to the newest migration; returns the names of those that were applied. */
export async function migrateDatabase(ownerUrl: string, names: RoleNames): Promise<string[]> {
  await prepareDatabase(ownerUrl, names);
  const applied = await applyMigrations(ownerUrl, join(projectFolder, "prisma/migrations"));
  // The readiness check compares these names with the files that the running build came with.
  await withClient(ownerUrl, (owner) =>
    owner.query(`grant select (migration_name, finished_at) on _prisma_migrations to ${id(names.app)}`),
  );
  return applied;
}

/** The lock of isolation is in the database, so the app must not hold a key that opens it. */
export async function refuseMightyApp(appUrl: string, names: RoleNames): Promise<void> {
  await withClient(appUrl, async (app) => {
    const { rows } = await app.query<{ fault: string }>(
      `select 'is superuser or BYPASSRLS' as fault from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)
       union all select 'owns table ' || oid::regclass from pg_class where relowner = current_user::regrole and relkind in ('r', 'p', 'v', 'm')
       union all select 'may become ' || $1 where pg_has_role(current_user, $1, 'member')`,
      [names.owner],
    );
    if (rows.length > 0)
      throw new SetupStop(
        `DATABASE_URL signs in as a role that ${rows.map((row) => row.fault).join("; ")}. Grange refuses to run with it.`,
      );
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function locked<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("select pg_advisory_lock(hashtext('grange bootstrap'))");
  try {
    return await work();
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('grange bootstrap'))");
  }
}
