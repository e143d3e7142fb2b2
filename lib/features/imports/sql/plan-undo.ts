import type { Scope } from "@/lib/access/scope";
import { planned, plannedHash } from "./plan-drafts";
import { execute, select } from "./staged";
import type { Conflict, Undone } from "./undo";

// A version is undone as a whole: its cells add up to its figure, so that half of them cannot go back.
const traces = `select u.row_id as id, u.before, v.status, ${planned("v")} as now, coalesce(v.status = 'draft' and ${plannedHash("v")} = u.version_after, false) as untouched
  from public.import_undo u join public.plan_version v on v.tenant_id = u.tenant_id and v.id = u.row_id
  where u.tenant_id = (select app.tenant()) and u.import_id = $1::uuid and u.table_name = 'plan_version'`;

/** Plans that somebody has changed since. One that waits for approval or is in force `stays`, whatever is chosen. */
export async function listPlanConflicts(scope: Scope, run: string, atMost: number): Promise<Conflict[]> {
  return select<Conflict>(
    scope,
    `select 'plan_version' as "table", x.id::text, x.before, x.now || jsonb_build_object('status', x.status) as now, x.status <> 'draft' as stays
     from (${traces}) x where not x.untouched order by x.id limit ${atMost}`,
    run,
  );
}

export async function countUndoablePlans(scope: Scope, run: string): Promise<{ remove: number; restore: number }> {
  const [row] = await select<{ remove: number; restore: number }>(
    scope,
    `select (count(*) filter (where x.before is null))::int as remove, (count(*) filter (where x.before is not null))::int as restore from (${traces}) x where x.untouched`,
    run,
  );
  return row ?? { remove: 0, restore: 0 };
}

/** Drafts that the import made go, those that it changed are again what they were. */
export async function undoPlans(scope: Scope, run: string, chosen: readonly string[]): Promise<Undone> {
  await execute(
    scope,
    `create temp table undone_plan on commit drop as select x.id, x.before, x.status = 'draft' and (x.untouched or x.id = any($2::uuid[])) as free from (${traces}) x`,
    run,
    [...chosen],
  );
  const free = "select u.id from undone_plan u where u.free";
  for (const table of ["plan_cell", "plan_figure"])
    await execute(
      scope,
      `delete from public.${table} t where t.tenant_id = (select app.tenant()) and t.version_id in (${free})`,
    );
  const removed = await execute(
    scope,
    `delete from public.plan_version v where v.tenant_id = (select app.tenant()) and v.id in (${free} and u.before is null)`,
  );
  const back = "from undone_plan u cross join lateral";
  await execute(
    scope,
    `insert into public.plan_figure (version_id, member_id, starts_on, months, amount)
     select u.id, (u.before ->> 'member_id')::uuid, (f ->> 0)::date, (f ->> 1)::int, (f ->> 2)::bigint ${back} jsonb_array_elements(u.before -> 'figures') f where u.free`,
  );
  await execute(
    scope,
    `insert into public.plan_cell (version_id, client_id, month, card_id, amount, pinned)
     select u.id, (c ->> 0)::uuid, (c ->> 1)::date, (c ->> 2)::uuid, (c ->> 3)::bigint, (c ->> 4)::boolean ${back} jsonb_array_elements(u.before -> 'cells') c where u.free`,
  );
  const restored = await execute(
    scope,
    `update public.plan_version v set figure = (u.before ->> 'figure')::bigint, rule = u.before -> 'rule' from undone_plan u
     where u.free and u.before is not null and v.tenant_id = (select app.tenant()) and v.id = u.id`,
  );
  const [left] = await select<{ kept: number }>(
    scope,
    "select (count(*) filter (where not free))::int as kept from undone_plan",
  );
  return { removed, restored, archived: 0, kept: left?.kept ?? 0 };
}
