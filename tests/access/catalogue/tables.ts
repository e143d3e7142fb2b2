// What PostgreSQL's own catalogue says about our tables. Every check answers findings in words; none means that it holds.
import type pg from "pg";

/** Runs a query whose one column says what is wrong. */
export async function findings(client: pg.Client, query: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ finding: string }>(query, values);
  return rows.map((row) => row.finding).sort();
}

/** The tables of tenants: all of schema public but the list of migrations. */
export const TENANT_TABLES = `(select c.oid, c.relname as name, c.relrowsecurity, c.relowner, c.relacl from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations')`;

export async function tableFindings(client: pg.Client): Promise<string[]> {
  return findings(
    client,
    `with t as ${TENANT_TABLES}
     select format('%s did not go through app.isolate', name) as finding from t where name not in (select table_name from app.isolated)
     union all select format('app.isolated names %s, which is no table', table_name) from app.isolated where table_name not in (select name from t)
     union all select format('%s: row security is off', name) from t where not relrowsecurity
     union all select format('%s: belongs to %s', name, relowner::regrole) from t where relowner <> to_regrole(app.role_name('grange_owner'))
     union all select format('%s: tenant_id must be uuid, not null, default app.tenant()', name) from t
       where not exists (select from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype
           and pg_get_expr(d.adbin, d.adrelid) = 'app.tenant()')
     union all select format('%s: tenant_id does not point at identity.tenant', name) from t
       where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'f' and k.confrelid = 'identity.tenant'::regclass)
     union all select format('%s: the primary key does not start with tenant_id', name) from t
       where not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = t.oid and i.indisprimary and a.attname = 'tenant_id')
     union all select format('%s: unique index %s does not start with tenant_id', name, i.indexrelid::regclass) from t
       join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
       where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0] and a.attname = 'tenant_id')
     union all select format('%s.%s is an enum: its comparisons cannot use an index under row security', name, a.attname) from t
       join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 join pg_type y on y.oid = a.atttypid where y.typtype = 'e'
     union all select format('%s is a view that asks with its owner''s rights', c.oid::regclass) from pg_class c
       where c.relnamespace = any('{public,app,identity}'::regnamespace[])
         and (c.relkind in ('m', 'f') or (c.relkind = 'v' and not coalesce(c.reloptions && '{security_invoker=true,security_invoker=on}', false)))
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  );
}

/** Personal columns that the database masks in the audit trail, and columns whose name says that they should be. */
export async function personalFindings(
  client: pg.Client,
  listed: Readonly<Record<string, readonly string[]>>,
): Promise<string[]> {
  const names = Object.entries(listed).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  return findings(
    client,
    `with known as (select table_name || '.' || column_name as name from app.personal_column), listed as (select unnest($1::text[]) as name)
     select format('%s is not in app.personal_column', name) as finding from listed where name not in (table known)
     union all select format('%s is not in lib/access/personal.ts', name) from known where name not in (table listed)
     union all select format('%s does not exist', name) from known where name not in
       (select table_name || '.' || column_name from information_schema.columns where table_schema = 'public')
     union all select format('%s.%s looks personal, and the audit trail would keep it in clear', c.table_name, c.column_name)
       from information_schema.columns c join pg_trigger g on g.tgrelid = format('public.%I', c.table_name)::regclass and g.tgname = 'audit_insert'
       where c.table_schema = 'public' and c.column_name ~ '(^|_)(email|phone|birthday|passport|address)$'
         and c.table_name || '.' || c.column_name not in (table known)`,
    [names],
  );
}
