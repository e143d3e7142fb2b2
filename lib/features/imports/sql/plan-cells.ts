import type { KindContext } from "../kind";
import { periodRows, yearStartOf } from "./period-rows";
import { closeDrafts, newestVersion, openDrafts } from "./plan-drafts";
import { goodRows } from "./plan-totals";
import { clientReference, joinReference, memberReference, referenceProblems, resolveReference } from "./reference";
import { execute } from "./staged";

const client = clientReference();
const member = memberReference("member");
export const cellSeries = "c.client_id || ' ' || c.member_id || ' ' || c.plan_starts";

/** `cell`: each cell of the file beside what the newest version of the book's plan has there. Cards that became one have one cell, their sum. */
export async function resolveCells(of: KindContext): Promise<void> {
  const { scope, mapped } = of;
  await resolveReference(scope, client);
  await resolveReference(scope, member);
  const long = { month: "extract(month from s.month)", quarter: "null", year: "extract(year from s.month)", span: "1" };
  await execute(
    scope,
    `create temp table cell on commit drop as
     with written as materialized (
       select r.row_no, r.field, r.starts_on, r.amount, ref_client.id as client_id, coalesce(ref_member.id, a.member_id) as member_id, 'book' as kind, x.plan_starts,
         s.pinned as says_pinned, s.member as says_member
       from (${periodRows(of, long)}) r join staged s on s.row_no = r.row_no ${joinReference(client)} ${joinReference(member)}
       cross join lateral (select ${yearStartOf("r.starts_on", scope.company.fiscalStartMonth)} as plan_starts) x
       left join public.assignment a on s.member is null and a.tenant_id = (select app.tenant()) and a.client_id = ref_client.id and a.role = 'primary'
         and a.starts_on <= greatest(x.plan_starts, $1::date) and (a.ends_on is null or a.ends_on > greatest(x.plan_starts, $1::date))
     ), plans as materialized (
       select p.*, n.version_id, n.status, n.number, n.rule, coalesce(n.cells, 0) as cells,
         exists (select from public.plan_figure f where f.tenant_id = (select app.tenant()) and f.version_id = n.version_id) as has_figures
       from (select distinct member_id, kind, plan_starts from written) p ${newestVersion}
     ), stands as materialized (
       select c.version_id, c.client_id, c.month, sum(c.amount)::bigint as amount, coalesce(sum(c.amount) filter (where c.card_id <> c.client_id), 0)::bigint as fixed,
         bool_or(c.pinned) as pinned
       from public.plan_cell c where c.tenant_id = (select app.tenant()) and c.version_id in (select version_id from plans) group by 1, 2, 3
     )
     select w.*, p.version_id, p.status, p.has_figures, e.amount as stands, coalesce(e.fixed, 0) as fixed, e.pinned as stands_pinned,
       e.amount is distinct from w.amount or (${mapped.has("pinned")} and coalesce(w.says_pinned <> e.pinned, false)) as differs,
       case when p.status = 'draft' then (p.rule ->> 'keptBefore')::date when p.number is not null and date_trunc('month', $1::date) > p.plan_starts
         then date_trunc('month', $1::date)::date end as kept_before
     from written w left join plans p on p.member_id is not distinct from w.member_id and p.plan_starts is not distinct from w.plan_starts
     left join stands e on e.version_id = p.version_id and e.client_id = w.client_id and e.month = w.starts_on`,
    scope.today,
  );
  await execute(scope, "analyze cell");
  await execute(scope, goodRows);
}

const where = "case when c.field = 'amount' then 'month' else c.field end";

export function cellProblems({ options }: KindContext): string[] {
  const writes = `c.differs and (c.stands is null or ${options.update})`;
  return [
    ...referenceProblems(client),
    ...referenceProblems(member),
    "select distinct c.row_no, case when c.field = 'amount' then 'month' else 'year' end, 'plan-year-missing', null from cell c where c.starts_on is null",
    "select distinct c.row_no, 'client', 'client-without-owner', null from cell c where c.client_id is not null and c.says_member is null and c.member_id is null and c.starts_on is not null",
    `select c.row_no, ${where}, 'duplicate-in-file', c.starts_on::text from (select *, row_number() over (partition by member_id, client_id, starts_on order by row_no, field) as nth
       from cell where starts_on is not null and client_id is not null) c where c.nth > 1`,
    `select c.row_no, ${where}, 'plan-month-over', c.starts_on::text from cell c where c.starts_on < c.kept_before and ${writes}`,
    `select distinct c.row_no, 'client', 'plan-submitted', null from cell c where c.status = 'submitted' and ${writes}`,
    "select distinct c.row_no, 'client', 'plan-both', null from cell c where c.status = 'draft' and c.has_figures",
  ];
}

/** What the file says is pinned: a split that comes later goes around it. A row has all of its year's months, those that nobody plans with nothing. */
export async function applyCells(of: KindContext): Promise<void> {
  const { scope, options } = of;
  await execute(
    scope,
    `create temp table put on commit drop as select c.* from cell c join good g on g.row_no = c.row_no where c.stands is null or ($1 and c.differs)`,
    options.update,
  );
  await openDrafts(of);
  await execute(
    scope,
    `insert into public.plan_cell (version_id, client_id, month, card_id, amount, pinned)
     select d.version_id, c.client_id, c.month, c.card_id, c.amount, c.pinned from draft d
     join public.plan_cell c on c.tenant_id = (select app.tenant()) and c.version_id = d.source_id`,
  );
  await execute(
    scope,
    `insert into public.plan_cell (version_id, client_id, month, card_id, amount, pinned)
     select d.version_id, p.client_id, p.starts_on, p.client_id, p.amount - p.fixed, coalesce(p.says_pinned, p.stands is distinct from p.amount or p.stands_pinned)
     from put p join draft d on d.member_id = p.member_id and d.plan_starts = p.plan_starts
     on conflict (tenant_id, version_id, month, client_id, card_id) do update set amount = excluded.amount, pinned = excluded.pinned`,
  );
  await execute(
    scope,
    `insert into public.plan_cell (version_id, client_id, month, card_id, amount)
     select p.version_id, p.client_id, m.month::date, p.client_id, 0 from (
       select distinct d.version_id, d.plan_starts, p.client_id from put p join draft d on d.member_id = p.member_id and d.plan_starts = p.plan_starts) p
     cross join lateral generate_series(p.plan_starts, p.plan_starts + interval '11 months', interval '1 month') as m (month)
     where not exists (select from public.plan_cell c where c.tenant_id = (select app.tenant()) and c.version_id = p.version_id and c.client_id = p.client_id and c.month = m.month)`,
  );
  await closeDrafts(of);
}
