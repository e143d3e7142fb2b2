import { z } from "zod";
import type { JobScope } from "@/lib/access/scope";
import { monthStart } from "@/lib/domain/calendar-date";
import { divideCell } from "@/lib/domain/moved-cell";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";

const moving = z.object({
  clientId: z.string(),
  month: z.string(),
  amount: z.string().transform(BigInt),
  stays: z.array(z.object({ memberId: z.string(), startsOn: z.string(), endsOn: z.string().nullable() })),
});

/** Where a client changed hands within the month, its cell is divided by working days (domain.md 3). */
async function dividedCells(scope: JobScope) {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.client_id::text "clientId", c.month::text, c.amount::text, json_agg(json_build_object('memberId', a.member_id, 'startsOn', a.starts_on, 'endsOn', a.ends_on)) stays
    from app.book_cells() c join assignment a on a.client_id = c.client_id and a.role = 'primary'
      and a.starts_on < c.month + interval '1 month' and (a.ends_on is null or a.ends_on > c.month)
    where c.owner is null and c.decides group by c.client_id, c.month, c.amount`;
  // Days are counted, not hours: the calendar's zone does not matter.
  const calendar = await workingCalendar({ db: scope.db, company: { zone: "UTC" } });
  return rows.flatMap((row) => {
    const { clientId, month, amount, stays } = moving.parse(row);
    const parts = divideCell(
      { month, amount },
      stays.map(({ memberId, startsOn, endsOn }) => ({ memberId, period: { startsOn, endsOn } })),
      calendar,
    );
    return parts.map((part) => ({ memberId: part.memberId, clientId, month, amount: String(part.amount) }));
  });
}

/**
 * Counts the company's plan_credit anew: for each person, client and month what the version in force plans for whoever owned the client then, and
 * beside it what the person's own plan says. Rows that stay the same are not written; months that are over keep the client's name of their time.
 */
export async function keepPlanCredit(scope: JobScope): Promise<void> {
  const divided = JSON.stringify(await dividedCells(scope));
  await scope.db.$executeRaw`
    with cell as materialized (select * from app.book_cells()),
    part as (
      select owner as member_id, month, client_id, amount, 0::bigint as planned from cell where decides and owner is not null
      union all
      select coalesce(d."memberId", app.no_id()), d.month, d."clientId", d.amount, 0
      from jsonb_to_recordset(${divided}::jsonb) d("memberId" uuid, month date, "clientId" uuid, amount bigint)
      union all
      select planner, month, client_id, 0, amount from cell
    ), version as materialized (
      select distinct on (k.client_id, k.month) k.client_id, k.month, k.version_id from cell k order by k.client_id, k.month, k.decides desc
    ), wanted as materialized (
      select p.member_id, p.month, p.client_id, c.name, sum(p.amount)::bigint amount, sum(p.planned)::bigint planned, v.version_id
      from part p join client c on c.id = p.client_id join version v on v.client_id = p.client_id and v.month = p.month
      group by p.member_id, p.month, p.client_id, c.name, v.version_id
    ), gone as (
      delete from plan_credit o where not exists (
        select from wanted w where w.member_id = o.member_id and w.month = o.month and w.client_id = o.client_id)
    )
    insert into plan_credit as o (member_id, month, client_id, client_label, version_id, amount, planned)
    select member_id, month, client_id, name, version_id, amount, planned from wanted
    on conflict (tenant_id, member_id, month, client_id) do update set version_id = excluded.version_id, amount = excluded.amount,
      planned = excluded.planned, client_label = case when o.month < ${monthStart(scope.today)}::date then o.client_label else excluded.client_label end
    where (o.version_id, o.amount, o.planned) is distinct from (excluded.version_id, excluded.amount, excluded.planned)
      or (o.month >= ${monthStart(scope.today)}::date and o.client_label <> excluded.client_label)`;
}
