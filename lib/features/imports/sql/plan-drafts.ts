import { translator } from "@/lib/i18n/messages";
import type { KindContext } from "../kind";
import { execute } from "./staged";

/** Where a plan stands: join to p (member_id, kind, plan_starts); gives n.plan_id, n.version_id, n.number, n.status, n.cells, n.rule. */
export const newestVersion = `left join lateral (
  select p0.id as plan_id, v.id as version_id, v.number, v.status, v.cells, v.rule from public.plan p0
  left join lateral (select x.* from public.plan_version x where x.tenant_id = p0.tenant_id and x.plan_id = p0.id order by x.number desc limit 1) v on true
  where p0.tenant_id = (select app.tenant()) and p0.member_id = p.member_id and p0.kind = p.kind and p0.starts_on = p.plan_starts) n on true`;

/** All that a version plans, as a revert compares and restores it. Speaks of the version v. */
export const planned = (
  v: string,
): string => `jsonb_build_object('plan_id', ${v}.plan_id, 'member_id', ${v}.member_id, 'starts_on', (select p.starts_on from public.plan p where p.tenant_id = ${v}.tenant_id and p.id = ${v}.plan_id), 'number', ${v}.number, 'figure', ${v}.figure::text, 'rule', ${v}.rule,
  'reason', ${v}.reason, 'figures', (select coalesce(jsonb_agg(jsonb_build_array(f.starts_on, f.months, f.amount::text) order by f.starts_on), '[]') from public.plan_figure f
    where f.tenant_id = ${v}.tenant_id and f.version_id = ${v}.id),
  'cells', (select coalesce(jsonb_agg(jsonb_build_array(c.client_id, c.month, c.card_id, c.amount::text, c.pinned) order by c.client_id, c.month, c.card_id), '[]') from public.plan_cell c
    where c.tenant_id = ${v}.tenant_id and c.version_id = ${v}.id))`;

/** What tells whether a version is as an import left it: its figures and cells, whatever was written of it beside. */
export const plannedHash = (v: string): string => `hashtext((${planned(v)} - '{rule,reason}'::text[])::text)`;

/**
 * A draft for every plan of `put` (member_id, kind, plan_starts): the one that is there, else the next version. Makes `draft`: member_id, kind,
 * plan_starts, version_id, source_id (the version in force, whose content may be taken over) and is_made.
 */
export async function openDrafts({ scope, run }: KindContext): Promise<void> {
  await execute(
    scope,
    `insert into public.plan (member_id, kind, starts_on) select distinct member_id, kind, plan_starts from put
     on conflict (tenant_id, member_id, kind, starts_on) do nothing`,
  );
  await execute(
    scope,
    `create temp table draft on commit drop as
     select p.member_id, p.kind, p.plan_starts, n.plan_id, n.status is distinct from 'draft' as is_made,
       case when n.status = 'draft' then n.version_id else gen_random_uuid() end as version_id,
       case when n.status is distinct from 'draft' then n.version_id end as source_id, coalesce(n.number, 0) as number, coalesce(n.rule, '{}') as rule
     from (select distinct member_id, kind, plan_starts from put) p ${newestVersion}`,
  );
  // Nobody changes a draft while this import does.
  await execute(
    scope,
    "select v.id from public.plan_version v join draft d on d.version_id = v.id where v.tenant_id = (select app.tenant()) order by v.id for update of v",
  );
  await execute(
    scope,
    `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
     select $1::uuid, 'plan_version', v.id, ${planned("v")}, 0 from public.plan_version v join draft d on d.version_id = v.id where v.tenant_id = (select app.tenant()) and not d.is_made`,
    run,
  );
  await execute(
    scope,
    `insert into public.plan_version (id, plan_id, member_id, number, figure, rule, reason)
     select d.version_id, d.plan_id, d.member_id, d.number + 1, 0,
       d.rule || jsonb_build_object('keptBefore', case when d.number > 0 and date_trunc('month', $1::date) > d.plan_starts then to_char($1::date, 'YYYY-MM-01') end),
       case when d.number > 0 then left($2, 500) end from draft d where d.is_made`,
    scope.today,
    translator(scope.company.locale, "imports")("planReason", { file: await fileName(scope, run) }),
  );
}

/** The figure of every draft is what was written into it; and what a revert needs is remembered. */
export async function closeDrafts({ scope, run }: KindContext): Promise<void> {
  await execute(
    scope,
    `update public.plan_version v set figure = case when v.cells > 0 then v.cells_total else coalesce((select sum(f.amount) from public.plan_figure f
       where f.tenant_id = v.tenant_id and f.version_id = v.id), 0) end from draft d where v.tenant_id = (select app.tenant()) and v.id = d.version_id`,
  );
  await execute(
    scope,
    `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
     select $1::uuid, 'plan_version', d.version_id, null, 0 from draft d where d.is_made`,
    run,
  );
  await execute(
    scope,
    `update public.import_undo u set version_after = ${plannedHash("v")} from public.plan_version v
     where u.tenant_id = (select app.tenant()) and u.import_id = $1::uuid and u.table_name = 'plan_version' and v.tenant_id = u.tenant_id and v.id = u.row_id`,
    run,
  );
}

async function fileName(scope: KindContext["scope"], run: string): Promise<string> {
  const [row] = await scope.db.$queryRaw<
    { name: string }[]
  >`select file_name as name from import_run where id = ${run}::uuid`;
  return row?.name ?? "";
}
