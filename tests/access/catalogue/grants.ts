import type pg from "pg";
import { findings, TENANT_TABLES } from "./tables";

// acldefault: an object without an acl has the built-in one, which for functions means PUBLIC.
const RELATIONS = `(select c.oid, c.oid::regclass::text as name, c.relnamespace::regnamespace::text as schema, g.grantee, g.privilege_type as privilege, c.relname
  from pg_class c cross join aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) g
  where c.relnamespace = any('{public,app,identity}'::regnamespace[]) and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and g.grantee <> c.relowner
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e'))`;

export async function grantFindings(client: pg.Client): Promise<string[]> {
  return findings(
    client,
    `with t as ${TENANT_TABLES}, grants as ${RELATIONS},
     role as (select rolname, oid from pg_roles),
     reach as (select to_regrole(app.role_name('reach_' || r))::oid as oid from unnest('{few,many,all}'::text[]) r),
     who as (select to_regrole(app.role_name('grange_app'))::oid as app, to_regrole(app.role_name('reach_guest'))::oid as guest)
     select format('%s: PUBLIC has %s', name, privilege) as finding from grants where grantee = 0
     union all select format('%s: %s has %s', name, grantee::regrole, privilege) from grants, who
       where grantee <> 0 and not (oid in (select oid from t) and grantee in (select oid from reach) and privilege in ('SELECT', 'INSERT', 'UPDATE', 'DELETE'))
     union all select format('%s.%s: %s has %s', c.relname, a.attname, case g.grantee when 0 then 'PUBLIC' else g.grantee::regrole::text end, g.privilege_type)
       from pg_class c join pg_attribute a on a.attrelid = c.oid cross join aclexplode(a.attacl) g, who
       where c.relnamespace = any('{public,app,identity}'::regnamespace[])
         and not (g.grantee = who.guest and g.privilege_type = 'SELECT' and c.oid in (select oid from t))
         and not (g.grantee = who.app and g.privilege_type = 'SELECT' and c.relname = '_prisma_migrations' and a.attname in ('migration_name', 'finished_at'))
     union all select format('%s has no grant for %s', t.name, reach.oid::regrole) from t, reach
       where not exists (select from grants g where g.oid = t.oid and g.grantee = reach.oid and g.privilege = 'SELECT')
     union all select format('function %s: PUBLIC may execute it', p.oid::regprocedure) from pg_proc p
       cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
       where p.pronamespace = any('{public,app,identity}'::regnamespace[]) and g.grantee = 0 and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     union all select format('schema %s: PUBLIC has %s', n.nspname, g.privilege_type) from pg_namespace n cross join aclexplode(n.nspacl) g
       where n.nspname in ('public', 'app', 'identity', 'graphile_worker') and g.grantee = 0 and not (n.nspname = 'public' and g.privilege_type = 'USAGE')
     union all select format('schema %s: %s has %s', n.nspname, g.grantee::regrole, g.privilege_type) from pg_namespace n cross join aclexplode(n.nspacl) g, who
       where n.nspname in ('public', 'app', 'identity', 'graphile_worker') and g.grantee not in (0, n.nspowner)
         and (g.privilege_type <> 'USAGE' or (n.nspname in ('identity', 'graphile_worker') and g.grantee <> who.app))
     union all select format('%s: %s may connect or make temporary tables', d.datname, 'PUBLIC') from pg_database d cross join aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g
       where d.datname = current_database() and g.grantee = 0
     union all select 'new functions of the owner would be open to PUBLIC' where not exists (
       select from pg_default_acl d where d.defaclrole = to_regrole(app.role_name('grange_owner')) and d.defaclnamespace = 0 and d.defaclobjtype = 'f'
         and not exists (select from aclexplode(d.defaclacl) g where g.grantee = 0))`,
  );
}
