import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addDays, addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import { listMonths } from "@/lib/domain/closed-months";
import { apportion } from "@/lib/domain/largest-remainder";
import { workdays } from "@/lib/domain/workdays";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import { wholeText } from "../plain";

const row = z.object({
  kind: z.enum(["cell", "figure"]),
  memberId: z.string(),
  startsOn: z.string(),
  months: z.number(),
  amount: wholeText,
  versions: z.array(z.string()),
});

/** What the sales plan in force asks of a person in a month, and which versions of plans say so ("2026 · 2"). */
export type Quota = { amount: bigint; versions: string[] };

/**
 * Plans of people by month of [from, to), as `memberId month`: cells as they are credited (lib/domain/moved-cell), or, for a plan without cells, its
 * figures divided by working days. A manager's own figure is the manager's; the team's is nobody's quota. One statement.
 */
export async function listQuotas(
  { db }: Pick<Scope, "db">,
  who: readonly string[],
  {
    from,
    to,
    calendar,
  }: { from: CalendarDate; to: CalendarDate; calendar: WorkingCalendar | Promise<WorkingCalendar> },
): Promise<Map<string, Quota>> {
  const ids = [...who];
  const rows = await db.$queryRaw<unknown[]>`
    select 'cell' as kind, c.member_id::text "memberId", c.month::text "startsOn", 1 as months, sum(c.amount)::text as amount,
      array_remove(array_agg(distinct extract(year from p.starts_on) || ' · ' || v.number), null) as versions
    from plan_credit c left join plan_version v on v.tenant_id = c.tenant_id and v.id = c.version_id left join plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id
    where c.member_id = any(${ids}::uuid[]) and c.month >= ${from}::date and c.month < ${to}::date group by 2, 3
    union all
    select 'figure', f.member_id::text, f.starts_on::text, f.months, f.amount::text, array[extract(year from p.starts_on) || ' · ' || v.number]
    from plan_figure f join plan_version v on v.tenant_id = f.tenant_id and v.id = f.version_id join plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id
    where f.member_id = any(${ids}::uuid[]) and p.kind = 'book' and f.starts_on < ${to}::date and f.starts_on + make_interval(months => f.months) > ${from}::date
      and v.id = (select x.id from plan_version x where x.tenant_id = v.tenant_id and x.plan_id = v.plan_id and x.in_force_from <= ${addDays(to, -1)}::date
        order by x.in_force_from desc, x.number desc limit 1)`;
  const read = rows.map((one) => row.parse(one));
  const working = await calendar;
  const found = new Map<string, Quota>();
  for (const one of read.filter(({ kind }) => kind === "figure")) {
    const months = listMonths({ from: one.startsOn, to: addMonths(one.startsOn, one.months) });
    const weights = months.map((month) =>
      BigInt(workdays(working, { startsOn: month, endsOn: addMonths(month, 1) }).days),
    );
    const parts = apportion(one.amount, weights);
    for (const [place, month] of months.entries())
      found.set(`${one.memberId} ${month}`, { amount: parts[place] ?? 0n, versions: one.versions });
  }
  for (const { memberId, startsOn, amount, versions } of read.filter(({ kind }) => kind === "cell"))
    found.set(`${memberId} ${startsOn}`, { amount, versions });
  return found;
}

/** The quota of some months together; null where none of them has one. */
export function quotaOf(
  quotas: ReadonlyMap<string, Quota>,
  memberId: string,
  months: readonly CalendarDate[],
): Quota | null {
  const own = months.flatMap((month) => quotas.get(`${memberId} ${month}`) ?? []);
  if (own.length === 0) return null;
  return {
    amount: own.reduce((sum, one) => sum + one.amount, 0n),
    versions: [...new Set(own.flatMap((one) => one.versions))],
  };
}
