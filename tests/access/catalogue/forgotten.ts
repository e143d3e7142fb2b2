import type pg from "pg";
import { enter } from "../world/become";
import { findings } from "./tables";

const REACHES = ["reach_few", "reach_many", "reach_all"];

/** As the app's login: without a role every table is closed; with a role but without a tenant every table is empty. */
export async function forgottenFindings(app: pg.Client, tables: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const nobody = { reach: null, tenant: null, member: null, ability: "audit:read", today: "2026-03-16" };
  for (const table of tables) {
    const verbs = [
      `select from ${table} limit 1`,
      `delete from ${table}`,
      `insert into ${table} default values`,
      `update ${table} set tenant_id = null`,
    ];
    for (const verb of verbs) {
      const open = await app.query(verb).then(
        () => "open",
        (error: pg.DatabaseError) => error.code,
      );
      if (open !== "42501") found.push(`without a role: ${verb}: ${open}`);
    }
  }
  for (const reach of REACHES) {
    await app.query("begin");
    await enter(app, { ...nobody, reach });
    for (const table of tables) {
      const { rows } = await app.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      if (rows[0]?.n !== 0) found.push(`${table} as ${reach} without a tenant: ${rows[0]?.n} rows`);
    }
    await app.query("rollback");
  }
  return found;
}

/** What the app's login is and may become. */
export async function loginFindings(client: pg.Client): Promise<string[]> {
  return findings(
    client,
    `with who as (select app.role_name(r) as name from unnest('{grange_owner,grange_app,grange_worker,reach_few,reach_many,reach_all,reach_guest}'::text[]) r)
     select format('%s is superuser, BYPASSRLS, or may create roles, databases or replicas', rolname) as finding from pg_roles
       where rolname in (table who) and (rolsuper or rolbypassrls or rolreplication or rolcreatedb or (rolcreaterole and rolname <> app.role_name('grange_owner')))
     union all select format('%s may sign in', rolname) from pg_roles
       where rolname in (table who) and rolcanlogin and rolname not in (app.role_name('grange_owner'), app.role_name('grange_app'))
     union all select format('%s inherits from %s', m.member::regrole, m.roleid::regrole) from pg_auth_members m
       where m.member in (select to_regrole(name) from who) and m.inherit_option
         and not (m.member = to_regrole(app.role_name('grange_owner')) and m.roleid = to_regrole(app.role_name('grange_worker')))
     union all select format('%s may become %s', m.member::regrole, m.roleid::regrole) from pg_auth_members m
       where m.member in (select to_regrole(name) from who) and not (m.member = to_regrole(app.role_name('grange_app')) and m.roleid in (select to_regrole(name) from who)
         and m.roleid <> to_regrole(app.role_name('grange_owner'))) and not (m.member = to_regrole(app.role_name('grange_owner')) and m.roleid = to_regrole(app.role_name('grange_worker')))
     union all select format('%s may hand %s on', m.member::regrole, m.roleid::regrole) from pg_auth_members m where m.member in (select to_regrole(name) from who) and m.admin_option
     union all select 'the app compiles queries' where not exists (select from pg_roles where rolname = app.role_name('grange_app') and rolconfig @> '{jit=off,idle_in_transaction_session_timeout=30s}')`,
  );
}
