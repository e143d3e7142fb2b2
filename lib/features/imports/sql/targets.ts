import { currencyExponent } from "@/lib/domain/money";
import type { Counts, KindContext } from "../kind";
import { periodRows } from "./period-rows";
import {
  clientReference,
  joinReference,
  memberReference,
  type Reference,
  referenceProblems,
  resolveReference,
} from "./reference";
import { execute, select } from "./staged";

const measure: Reference = {
  name: "measure",
  column: "measure",
  table: "measure",
  ways: ["lower(v.value) in (t.code, lower(t.name_ru), lower(t.name_en)) and t.archived_at is null"],
};
const team: Reference = {
  name: "team",
  column: "team",
  table: "team",
  ways: ["lower(t.name) = lower(v.value) and t.closed_on is null", "lower(t.name) = lower(v.value)"],
};
const references = [measure, memberReference("member"), team, clientReference()];
const subjects = ["member", "team", "client"] as const;

/** `good`: each target of the file beside the one that stands there. Three tables hold them, by whose they are. */
export async function resolveTargets(of: KindContext): Promise<void> {
  const { scope } = of;
  for (const reference of references) await resolveReference(scope, reference);
  const long = { month: "s.p_month", quarter: "s.p_quarter", year: "s.p_year", span: "s.p_span" };
  const stand = subjects.map(
    (one) =>
      `select '${one}' as subject, f.${one}_id as subject_id, f.measure_id, f.starts_on, f.months::int as span, f.id, f.amount, f.weight from public.${one}_figure f
       where f.tenant_id = (select app.tenant()) and f.what = 'target'`,
  );
  await execute(
    scope,
    `create temp table good on commit drop as
     with written as (
       select r.row_no, r.span, r.starts_on, ref_measure.id as measure_id,
         case when s.member is not null then 'member' when s.team is not null then 'team' else 'client' end as subject,
         coalesce(ref_member.id, ref_team.id, ref_client.id) as subject_id,
         r.amount * power(10::numeric, case k.unit when 'money' then $1::int when 'percent' then 2 else k.digits end) as exact, round(s.weight * 10000)::int as weight
       from (${periodRows(of, long)}) r join staged s on s.row_no = r.row_no ${references.map(joinReference).join(" ")}
       left join public.measure k on k.tenant_id = (select app.tenant()) and k.id = ref_measure.id
     ), stands as (${stand.join(" union all ")})
     select w.row_no, w.subject, w.subject_id, w.measure_id, w.starts_on, w.span, w.exact, round(w.exact)::bigint as amount, coalesce(w.weight, e.weight) as weight,
       coalesce(e.id, gen_random_uuid()) as id, e.id is null as is_new,
       e.id is not null and (e.amount is distinct from round(w.exact)::bigint or coalesce(w.weight, e.weight) is distinct from e.weight) as changed
     from written w left join stands e on e.subject = w.subject and e.subject_id = w.subject_id and e.measure_id = w.measure_id and e.starts_on = w.starts_on and e.span = w.span`,
    currencyExponent(scope.company.currency),
  );
  await execute(scope, "analyze good");
}

export function targetProblems({ scope, options }: KindContext): string[] {
  const own = scope.roles.includes("director")
    ? "false"
    : `g.subject = 'member' and g.subject_id = '${scope.member.id}'::uuid`;
  return [
    ...references.flatMap((reference) => referenceProblems(reference)),
    "select g.row_no, 'period', 'plan-year-missing', null from good g where g.starts_on is null",
    "select g.row_no, 'amount', 'target-digits', trim_scale(g.exact)::text from good g where g.exact <> round(g.exact)",
    "select g.row_no, 'weight', 'target-weight', null from good g where g.weight not between 0 and 10000",
    `select g.row_no, 'member', 'own-target', null from good g where ${own}`,
    `select g.row_no, 'period', 'duplicate-in-file', g.starts_on::text from (select *, row_number() over (partition by subject, subject_id, measure_id, starts_on, span order by row_no) as nth
       from good) g where g.nth > 1 and g.subject_id is not null and g.measure_id is not null`,
    `select g.row_no, 'period', 'period-settled', null from good g where g.subject <> 'client' and g.subject_id is not null and g.measure_id is not null and g.starts_on is not null
       and (g.is_new or (g.changed and ${options.update})) and app.target_settled(case g.subject when 'member' then 'own' else 'team' end, g.subject_id, g.measure_id, g.starts_on, g.span)`,
  ];
}

export async function countTargets({ scope }: KindContext): Promise<Counts> {
  const [row] = await select<Counts>(
    scope,
    `select (count(*) filter (where is_new))::int as create, (count(*) filter (where changed))::int as update,
       (count(*) filter (where not is_new and not changed))::int as same, 0 as remove from good`,
  );
  return row ?? { create: 0, update: 0, same: 0, remove: 0 };
}

/** As everybody who sets targets: one at a time, and each says who set it. */
export async function applyTargets({ scope, run, options }: KindContext): Promise<void> {
  await execute(scope, "select pg_advisory_xact_lock(hashtext('figures'), hashtext($1))", scope.company.id);
  for (const one of subjects) {
    const table = `${one}_figure`;
    const mine = `g.subject = '${one}'`;
    if (options.update) {
      await execute(
        scope,
        `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
         select $1::uuid, '${table}', e.id, to_jsonb(e), e.version + 1 from public.${table} e join good g on ${mine} and g.changed and g.id = e.id where e.tenant_id = (select app.tenant())`,
        run,
      );
      await execute(
        scope,
        `update public.${table} e set amount = g.amount, weight = g.weight, entered_by = $1::uuid, entered_at = $2::timestamptz from good g
         where ${mine} and g.changed and e.tenant_id = (select app.tenant()) and e.id = g.id`,
        scope.member.id,
        scope.now,
      );
    }
    await execute(
      scope,
      `insert into public.${table} (id, ${one}_id, measure_id, what, starts_on, months, amount, weight, entered_by, entered_at)
       select g.id, g.subject_id, g.measure_id, 'target', g.starts_on, g.span, g.amount, g.weight, $1::uuid, $2::timestamptz from good g where ${mine} and g.is_new`,
      scope.member.id,
      scope.now,
    );
    await execute(
      scope,
      `insert into public.import_undo (import_id, table_name, row_id, before, version_after)
       select $1::uuid, '${table}', e.id, null, e.version from public.${table} e join good g on ${mine} and g.is_new and g.id = e.id where e.tenant_id = (select app.tenant())`,
      run,
    );
  }
}
