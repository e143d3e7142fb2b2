import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type PlanKind, planKinds } from "../schema";
import { planMonths } from "../year";
import { bookDay, monthsBehind } from "./book-basis";

const holder = z.object({
  id: z.string(),
  name: z.string(),
  clients: z.number(),
  roles: z.array(z.string()),
  planned: z.array(z.enum(planKinds)),
  /** Sold to the clients of the book in the months behind those of the plan, base minor units. */
  lastYear: z.string().transform(BigInt),
});

/** Someone who can be given a plan. `kinds`: those that fit and that are not there yet. */
export type PlanHolder = { id: string; name: string; clients: number; lastYear: bigint; kinds: PlanKind[] };

/** Those in reach who can be given a plan that they do not have. One statement. */
export async function listHolders(scope: Scope, startsOn: CalendarDate): Promise<PlanHolder[]> {
  const on = bookDay(startsOn, scope.today);
  const rows = await scope.db.$queryRaw<unknown[]>`
    with held as (
      select a.tenant_id, a.member_id, count(*)::int clients, coalesce(sum(s.amount), 0) amount from assignment a
      join client c on c.tenant_id = a.tenant_id and c.id = a.client_id and c.archived_at is null
      left join (select tenant_id, client_id, sum(amount) amount from client_month
        where month = any(${monthsBehind(planMonths(startsOn), scope.today)}::date[]) group by tenant_id, client_id) s
        on s.tenant_id = a.tenant_id and s.client_id = a.client_id
      where a.role = 'primary' and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on > ${on}::date)
      group by a.tenant_id, a.member_id)
    select m.id::text, m.name, m.roles, coalesce(h.clients, 0) clients, coalesce(h.amount, 0)::text "lastYear",
      (select coalesce(json_agg(p.kind), '[]') from plan p where p.tenant_id = m.tenant_id and p.member_id = m.id and p.starts_on = ${startsOn}::date
        and exists (select from plan_version v where v.tenant_id = p.tenant_id and v.plan_id = p.id)) planned
    from member m left join held h on h.tenant_id = m.tenant_id and h.member_id = m.id
    where (m.left_on is null or m.left_on > ${scope.today}::date)
      and (app.reaches_all() or m.id = any((select app.subordinate_ids())::uuid[]))
    order by m.name collate "und-x-icu", m.id`;
  return rows.flatMap((one) => {
    const { roles, planned, ...row } = holder.parse(one);
    const fits: Record<PlanKind, boolean> = {
      book: row.clients > 0 || roles.includes("kam"),
      team: roles.includes("lead"),
      company: roles.includes("director"),
    };
    const kinds = planKinds.filter((kind) => fits[kind] && !planned.includes(kind));
    return kinds.length > 0 ? [{ ...row, kinds }] : [];
  });
}
