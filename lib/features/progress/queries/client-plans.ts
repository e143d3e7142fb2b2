import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addMonths } from "@/lib/domain/calendar-date";
import { fiscalYearOf, monthStart, monthsOfYear } from "@/lib/domain/fiscal-year";
import { type Standing, type StandingMonth, spanDays, standingOf } from "@/lib/domain/plan-standing";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";

const big = z.string().transform(BigInt);
const row = z.object({ clientId: z.string(), month: z.string(), fact: big, plan: big.nullable() });

/** What a plan bullet shows; base minor units. */
export type PlanMark = Pick<Standing, "fact" | "plan" | "toDate" | "deviation"> & {
  forecast: bigint | null;
  /** Fact ÷ plan; null without a plan. */
  share: number | null;
};
/** A client, or a book, in the fiscal year and the month that run. */
export type PlanMarks = { year: PlanMark; month: PlanMark; fiscalYear: number; startMonth: number; runs: string };

/** The plan in force and the fact of these clients in reach: those of a client belong to it, whoever is credited. Two statements at most. */
export async function planOf(scope: Scope, clientIds: readonly string[]): Promise<Map<string, PlanMarks>> {
  if (clientIds.length === 0) return new Map();
  const { months, from, to } = yearOf(scope);
  const ids = [...clientIds];
  const rows = await scope.db.$queryRaw<unknown[]>`
    select coalesce(f.client_id, p.client_id)::text "clientId", coalesce(f.month, p.month)::text "month", coalesce(f.amount, 0)::text fact, p.amount::text plan
    from (select client_id, month, sum(amount) amount from client_month where client_id = any(${ids}::uuid[]) and month >= ${from}::date and month < ${to}::date
      group by client_id, month) f
    full join (select * from app.plan_in_force(${ids}::uuid[], ${months[0]}::date, ${to}::date)) p on p.client_id = f.client_id and p.month = f.month`;
  return marksOf(scope, rows, await workingCalendar(scope));
}

/** How the caller's own plan stands: the own credit against the plan of people; null where there is none. Two statements at most. */
export async function ownPlan(scope: Scope): Promise<PlanMarks | null> {
  const { months, from, to } = yearOf(scope);
  const me = scope.member.id;
  const rows = await scope.db.$queryRaw<unknown[]>`
    with version as (
      select v.tenant_id, v.id, v.in_force_from, lead(v.in_force_from) over (partition by v.plan_id order by v.in_force_from, v.number) next_from
      from plan p join plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id
      where p.member_id = ${me}::uuid and p.kind = 'book' and p.starts_on = ${months[0]}::date and v.in_force_from is not null
    ), figure as (
      select f.starts_on as month, f.amount from version v join plan_figure f on f.tenant_id = v.tenant_id and f.version_id = v.id
      where f.months = 1 and v.in_force_from < f.starts_on + interval '1 month' and (v.next_from is null or v.next_from >= f.starts_on + interval '1 month')
    ), one as (
      select month, sum(amount) as fact, null::numeric as plan from credit_month where member_id = ${me}::uuid and month >= ${from}::date and month < ${to}::date group by month
      union all
      select month, 0, sum(amount) from plan_credit c where member_id = ${me}::uuid and month >= ${months[0]}::date and month < ${to}::date
        and not exists (select from figure f where f.month = c.month) group by month
      union all select month, 0, amount from figure)
    select ${me}::text "clientId", month::text, sum(fact)::text fact, sum(plan)::text plan from one group by month`;
  const found = (await marksOf(scope, rows, await workingCalendar(scope))).get(me);
  return found && found.year.plan !== null ? found : null;
}

function yearOf({ today, company }: Scope) {
  const months = monthsOfYear(fiscalYearOf(today, company.fiscalStartMonth), company.fiscalStartMonth);
  const first = months[0] ?? monthStart(today);
  return { months, from: addMonths(first, -12), to: addMonths(first, 12) };
}

function marksOf(scope: Scope, found: readonly unknown[], calendar: WorkingCalendar): Map<string, PlanMarks> {
  const { today } = scope;
  const { months } = yearOf(scope);
  const runs = monthStart(today);
  const days = (of: readonly string[]) =>
    spanDays(of, { startsOn: of[0] ?? today, endsOn: addMonths(of.at(-1) ?? today, 1) }, today, calendar);
  const [yearDays, monthDays] = [days(months), days([runs])];
  const byClient = new Map<string, Map<string, z.output<typeof row>>>();
  for (const one of found.map((value) => row.parse(value)))
    byClient.set(one.clientId, (byClient.get(one.clientId) ?? new Map()).set(one.month, one));
  return new Map(
    [...byClient].map(([id, own]): [string, PlanMarks] => {
      const all = months.map(
        (month): StandingMonth => ({
          month,
          fact: own.get(month)?.fact ?? 0n,
          plan: own.get(month)?.plan ?? null,
          lastYear: own.get(addMonths(month, -12))?.fact ?? 0n,
        }),
      );
      const now = all.filter(({ month }) => month === runs);
      return [
        id,
        {
          year: markOf(standingOf(all, { today, days: yearDays, calendar })),
          month: markOf(standingOf(now, { today, days: monthDays, calendar })),
          fiscalYear: fiscalYearOf(today, scope.company.fiscalStartMonth),
          startMonth: scope.company.fiscalStartMonth,
          runs,
        },
      ];
    }),
  );
}

const markOf = ({ fact, plan, toDate, deviation, forecast, attainment }: Standing): PlanMark => ({
  ...{ fact, plan, toDate, deviation },
  forecast: forecast.value,
  share: attainment.share,
});
