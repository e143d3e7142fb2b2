// The database roles of Grange as SQL: executed on the embedded database, printed for the administrator of a server.
import pg from "pg";

const { escapeIdentifier: id, escapeLiteral: literal } = pg;

const REACHES = ["reach_few", "reach_many", "reach_all", "reach_guest"] as const;

export type RoleNames = { prefix: string; owner: string; app: string; worker: string; reaches: string[] };

/** Roles belong to the whole server, so a second Grange on it needs a prefix of its own. */
export function roleNames(prefix = process.env.GRANGE_ROLE_PREFIX ?? ""): RoleNames {
  if (!/^[a-z0-9_]{0,30}$/.test(prefix)) throw new Error("GRANGE_ROLE_PREFIX may hold only a-z, 0-9 and _.");
  return {
    prefix,
    owner: `${prefix}grange_owner`,
    app: `${prefix}grange_app`,
    worker: `${prefix}grange_worker`,
    reaches: REACHES.map((reach) => prefix + reach),
  };
}

/** Statements that can be repeated. Without passwords the two logins are expected to exist already. */
export function roleStatements(names: RoleNames, passwords?: { owner: string; app: string }): string[] {
  const login = (role: string, password: string) => [
    createRole(role, "login"),
    `alter role ${id(role)} login password ${literal(password)}`,
  ];
  return [
    ...(passwords ? [...login(names.owner, passwords.owner), ...login(names.app, passwords.app)] : []),
    ...[...names.reaches, names.worker].map((role) => createRole(role, "nologin")),
    // Without `inherit false` a session that forgot to choose a role would match every reach's policies at once.
    ...[...names.reaches, names.worker].map(
      (role) => `grant ${id(role)} to ${id(names.app)} with inherit false, set true`,
    ),
    `grant ${id(names.worker)} to ${id(names.owner)} with inherit true, set true`,
    `alter role ${id(names.app)} set jit = off`,
    `alter role ${id(names.app)} set idle_in_transaction_session_timeout = '30s'`,
    ...[names.owner, names.app].map((role) => `alter role ${id(role)} set timezone = 'UTC'`),
  ];
}

/** Everything a server's administrator has to run once, with placeholders for the two passwords. */
export function statementsForAdministrator(names: RoleNames, database: string): string {
  const statements = [
    ...roleStatements(names, { owner: "<password of MIGRATE_URL>", app: "<password of DATABASE_URL>" }),
    `create database ${id(database)} owner ${id(names.owner)} template template0 encoding 'UTF8' locale_provider icu icu_locale 'und'`,
  ];
  return statements.map((statement) => `${statement};`).join("\n");
}

/** What is missing or wrong, in plain words; empty when the roles are as isolation needs them. */
export async function findRoleFaults(client: pg.Client, names: RoleNames): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `select format('role %I is missing', name) as fault from unnest($1::text[]) name
      where not exists (select from pg_roles where rolname = name)
     union all
     select format('role %I must not be superuser, BYPASSRLS or REPLICATION', rolname) from pg_roles
      where rolname = any($1) and (rolsuper or rolbypassrls or rolreplication)
     union all
     select format('%I must be granted to %I with inherit false, set true', role, $2::text) from unnest($3::text[]) role
      where not exists (select from pg_auth_members m where m.roleid = to_regrole(quote_ident(role))
        and m.member = to_regrole(quote_ident($2)) and m.set_option)
        or exists (select from pg_auth_members m where m.roleid = to_regrole(quote_ident(role))
        and m.member = to_regrole(quote_ident($2)) and m.inherit_option)
     union all
     select format('%I must be granted to %I', $4::text, $5::text)
      where not exists (select from pg_auth_members m where m.roleid = to_regrole(quote_ident($4))
        and m.member = to_regrole(quote_ident($5)) and m.set_option and m.inherit_option)`,
    [
      [names.owner, names.app, names.worker, ...names.reaches],
      names.app,
      [...names.reaches, names.worker],
      names.worker,
      names.owner,
    ],
  );
  return rows.map((row) => row.fault);
}

function createRole(role: string, kind: "login" | "nologin"): string {
  // Two Granges may be set up on one server at the same moment, from different databases: no common lock.
  const create = `create role ${id(role)} ${kind}`;
  return `do $$ begin ${create}; exception when duplicate_object or unique_violation then null; end $$`;
}
