import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addMonths, monthStart } from "@/lib/domain/calendar-date";
import { fiscalYearOf, monthsOfYear } from "@/lib/domain/fiscal-year";
import { type Standing, type StandingMonth, spanDays, standingOf } from "@/lib/domain/plan-standing";
import { calendarRead, mainCalendar } from "@/lib/features/calendar/queries/working-calendar";

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

const found = z.object({ calendar: z.unknown(), months: z.array(row) });
const months =
  "coalesce(json_agg(json_build_object('clientId', x.client_id, 'month', x.month, 'fact', x.fact::text, 'plan', x.plan::text)), '[]') as months";

/** The plan in force and the fact of these clients in reach: those of a client belong to it, whoever is credited. One statement. */
export async function planOf(scope: Scope, clientIds: readonly string[]): Promise<Map<string, PlanMarks>> {
  if (clientIds.length === 0) return new Map();
  const { first, from, to } = yearOf(scope);
  return marksOf(
    scope,
    await scope.db.$queryRawUnsafe<unknown[]>(
      `select ${mainCalendar} as calendar, ${months} from (
         select coalesce(f.client_id, p.client_id) as client_id, coalesce(f.month, p.month) as month, coalesce(f.amount, 0) as fact, p.amount as plan
         from (select client_id, month, sum(amount) as amount from client_month where client_id = any($1::uuid[]) and month >= $2::date and month < $4::date
           group by client_id, month) f
         full join (select * from app.plan_in_force($1::uuid[], $3::date, $4::date)) p on p.client_id = f.client_id and p.month = f.month) x`,
      ...[[...clientIds], from, first, to],
    ),
  );
}

/** How the caller's own plan stands: the own credit against the plan of people; null where there is none. One statement. */
export async function ownPlan(scope: Scope): Promise<PlanMarks | null> {
  const { first, from, to } = yearOf(scope);
  const me = scope.member.id;
  const rows = await scope.db.$queryRawUnsafe<unknown[]>(
    `with version as (
       select v.tenant_id, v.id, v.in_force_from, lead(v.in_force_from) over (partition by v.plan_id order by v.in_force_from, v.number) next_from
       from plan p join plan_version v on v.tenant_id = p.tenant_id and v.plan_id = p.id
       where p.member_id = $1::uuid and p.kind = 'book' and p.starts_on = $3::date and v.in_force_from is not null
     ), figure as (
       select f.starts_on as month, f.amount from version v join plan_figure f on f.tenant_id = v.tenant_id and f.version_id = v.id
       where f.months = 1 and v.in_force_from < f.starts_on + interval '1 month' and (v.next_from is null or v.next_from >= f.starts_on + interval '1 month')
     ), one as (
       select month, sum(amount) as fact, null::numeric as plan from credit_month where member_id = $1::uuid and month >= $2::date and month < $4::date group by month
       union all
       select month, 0, sum(amount) from plan_credit c where member_id = $1::uuid and month >= $3::date and month < $4::date
         and not exists (select from figure f where f.month = c.month) group by month
       union all select month, 0, amount from figure)
     select ${mainCalendar} as calendar, ${months} from (
       select $1::uuid as client_id, month, sum(fact) as fact, sum(plan) as plan from one group by month) x`,
    ...[me, from, first, to],
  );
  const mine = marksOf(scope, rows).get(me);
  return mine && mine.year.plan !== null ? mine : null;
}

function yearOf({ today, company }: Scope) {
  const months = monthsOfYear(fiscalYearOf(today, company.fiscalStartMonth), company.fiscalStartMonth);
  const first = months[0] ?? monthStart(today);
  return { months, first, from: addMonths(first, -12), to: addMonths(first, 12) };
}

function marksOf(scope: Scope, rows: readonly unknown[]): Map<string, PlanMarks> {
  const { today } = scope;
  const told = found.parse(rows[0]);
  const calendar = calendarRead(scope, told.calendar);
  const { months } = yearOf(scope);
  const runs = monthStart(today);
  const days = (of: readonly string[]) =>
    spanDays(of, { startsOn: of[0] ?? today, endsOn: addMonths(of.at(-1) ?? today, 1) }, today, calendar);
  const [yearDays, monthDays] = [days(months), days([runs])];
  const byClient = new Map<string, Map<string, z.output<typeof row>>>();
  for (const one of told.months)
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
          year: markOf(standingOf(all, { today, days: yearDays })),
          month: markOf(standingOf(now, { today, days: monthDays })),
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
