import type { KindContext } from "../kind";
import { periodRows, yearStartOf } from "./period-rows";
import { closeDrafts, newestVersion, openDrafts } from "./plan-drafts";
import { goodRows } from "./plan-totals";
import { joinReference, memberReference, referenceProblems, resolveReference } from "./reference";
import { execute } from "./staged";

const member = memberReference("member");
export const figureSeries = "c.member_id || ' ' || c.kind || ' ' || c.plan_starts || ' ' || c.span";

/** `cell`: each figure of the file beside what the newest version of its plan says for that period. */
export async function resolveFigures(of: KindContext): Promise<void> {
  const { scope } = of;
  await resolveReference(scope, member);
  const long = { month: "s.p_month", quarter: "s.p_quarter", year: "s.p_year", span: "s.p_span" };
  await execute(
    scope,
    `create temp table cell on commit drop as
     select p.*, n.version_id, n.status, coalesce(n.cells, 0) as cells, e.amount as stands, e.amount is distinct from p.amount as differs,
       (select f.months from public.plan_figure f where f.tenant_id = (select app.tenant()) and f.version_id = n.version_id limit 1) as old_span
     from (select r.*, ref_member.id as member_id, coalesce(s.plan_kind, 'book') as kind, ${yearStartOf("r.starts_on", scope.company.fiscalStartMonth)} as plan_starts
       from (${periodRows(of, long)}) r join staged s on s.row_no = r.row_no ${joinReference(member)}) p
     ${newestVersion}
     left join public.plan_figure e on e.tenant_id = (select app.tenant()) and e.version_id = n.version_id and e.starts_on = p.starts_on and e.months = p.span`,
  );
  await execute(scope, "analyze cell");
  await execute(scope, goodRows);
}

const where = "case when c.field = 'amount' then 'period' else c.field end";

export function figureProblems({ options }: KindContext): string[] {
  return [
    ...referenceProblems(member),
    `select c.row_no, case when c.field = 'amount' then 'period' else 'year' end, 'plan-year-missing', null from cell c where c.starts_on is null`,
    `select distinct c.row_no, 'plan_kind', 'plan-holder', m.name from cell c join public.member m on m.tenant_id = (select app.tenant()) and m.id = c.member_id
       where (c.kind = 'team' and not 'lead' = any(m.roles)) or (c.kind = 'company' and not 'director' = any(m.roles))`,
    `select c.row_no, ${where}, 'plan-period-odd', c.starts_on::text from cell c where (extract(year from age(c.starts_on, c.plan_starts)) * 12 + extract(month from age(c.starts_on, c.plan_starts)))::int % c.span <> 0`,
    // The first of two figures for one time counts; months and quarters of one plan do not go together.
    `select c.row_no, ${where}, 'duplicate-in-file', c.starts_on::text from (select *, row_number() over (partition by member_id, kind, starts_on order by row_no, field) as nth from cell) c where c.nth > 1`,
    `select c.row_no, ${where}, 'plan-spans-mixed', c.starts_on::text from (select *, first_value(span) over (partition by member_id, kind, plan_starts order by row_no, field) as first_span from cell) c
       where c.span <> c.first_span`,
    `select c.row_no, ${where}, 'plan-spans-differ', c.starts_on::text from cell c where c.status = 'draft' and c.old_span <> c.span`,
    `select distinct c.row_no, 'member', 'plan-submitted', null from cell c where c.status = 'submitted' and c.differs and (c.stands is null or ${options.update})`,
    `select distinct c.row_no, 'member', 'plan-both', null from cell c where c.status = 'draft' and c.cells > 0`,
  ];
}

/** Into drafts only: what is in force stays so until somebody approves another version. */
export async function applyFigures(of: KindContext): Promise<void> {
  const { scope, options } = of;
  await execute(
    scope,
    `create temp table put on commit drop as select c.* from cell c join good g on g.row_no = c.row_no
     where c.stands is null or ($1 and c.differs)`,
    options.update,
  );
  await openDrafts(of);
  // What a version by the same periods said for the others is said by the next one too.
  await execute(
    scope,
    `insert into public.plan_figure (version_id, member_id, starts_on, months, amount)
     select d.version_id, d.member_id, f.starts_on, f.months, f.amount from draft d join public.plan_figure f on f.tenant_id = (select app.tenant()) and f.version_id = d.source_id
     where f.months = (select p.span from put p where p.member_id = d.member_id and p.kind = d.kind and p.plan_starts = d.plan_starts limit 1)`,
  );
  await execute(
    scope,
    `insert into public.plan_figure (version_id, member_id, starts_on, months, amount)
     select d.version_id, p.member_id, p.starts_on, p.span, p.amount from put p join draft d on d.member_id = p.member_id and d.kind = p.kind and d.plan_starts = p.plan_starts
     on conflict (tenant_id, version_id, starts_on) do update set amount = excluded.amount`,
  );
  await closeDrafts(of);
}
