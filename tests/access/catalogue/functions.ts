import type pg from "pg";
import { DEFINERS } from "./definers";
import { findings } from "./tables";

/** SECURITY DEFINER functions stand behind row security, so each is named, with who may call it, and fixed in what it looks at. */
export async function functionFindings(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; callers: string | null; fault: string | null }>(
    `select p.pronamespace::regnamespace || '.' || p.proname as name,
       (select string_agg(g.grantee::regrole::text, ' ' order by g.grantee::regrole::text) from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee <> p.proowner) as callers,
       case when not coalesce(p.proconfig && '{"search_path=pg_catalog, pg_temp","search_path=pg_catalog, public, pg_temp"}', false)
           then 'has no fixed search_path that ends with pg_temp (else a caller''s temporary table stands before ours)'
         when p.proowner <> to_regrole(app.role_name(case p.proname when 'enqueue' then 'grange_worker' else 'grange_owner' end)) then 'belongs to ' || p.proowner::regrole
         when p.pronamespace = 'public'::regnamespace then 'lies in schema public' end as fault
     from pg_proc p where p.prosecdef and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
       and p.pronamespace <> 'graphile_worker'::regnamespace order by 1`,
  );
  const { rows: roles } = await client.query<{ app: string; reaches: string }>(
    `select app.role_name('grange_app') as app, (select string_agg(app.role_name(r), ' ' order by app.role_name(r)) from unnest('{grange_app,reach_all,reach_few,reach_many}'::text[]) r) as reaches`,
  );
  const callers = { nobody: null, app: roles[0]?.app, members: roles[0]?.reaches };
  const named = new Set(Object.keys(DEFINERS));
  const found = rows.flatMap(({ name, callers: actual, fault }) => {
    const who = DEFINERS[name];
    if (who === undefined)
      return [`${name} is a definer function that tests/access/catalogue/definers.ts does not name`];
    const faults = fault ? [`${name} ${fault}`] : [];
    return actual === (callers[who] ?? null)
      ? faults
      : [...faults, `${name} may be called by ${actual ?? "nobody"}, not by ${who}`];
  });
  const gone = [...named]
    .filter((name) => !rows.some((row) => row.name === name))
    .map((name) => `${name} is named but does not exist`);
  const guests = await findings(
    client,
    `select format('%s may be called by a guest', p.oid::regprocedure) as finding from pg_proc p
     where p.pronamespace = any('{app,identity}'::regnamespace[]) and has_function_privilege(app.role_name('reach_guest'), p.oid, 'execute')
       and p.proname not in ('tenant', 'guest_object')`,
  );
  return [...found, ...gone, ...guests].sort();
}
