import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { addMonths } from "@/lib/domain/calendar-date";
import { sourceKinds } from "@/lib/domain/source-kind";
import { wholeText } from "../plain";
import { type SlipContent, slipContent } from "../slip-content";
import { readLine } from "../slip-line-json";

const row = z.object({
  id: z.string(),
  memberId: z.string(),
  startsOn: z.string(),
  months: z.union([z.literal(1), z.literal(3)]),
  status: z.enum(["approved", "closed"]),
  payout: wholeText,
  basePay: wholeText,
  variable: wholeText,
  carried: wholeText,
  carriedFrom: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.date(),
  closedBy: z.string().nullable(),
  closedAt: z.date().nullable(),
  version: z.number(),
  /** What a closed slip froze for a table; empty while it is open. */
  label: z.object({
    member: z.string(),
    plan: z.string(),
    revenue: wholeText,
    quota: wholeText.nullable(),
    adjustments: wholeText,
  }),
});

/** A slip that somebody approved, or that is closed. A draft is not stored. */
export type StoredSlip = z.output<typeof row>;

/** Stored slips of those whose pay the caller sees, of periods that begin in [from, to), oldest first. */
export async function listStoredSlips(
  { db }: Scope,
  who: readonly string[] | null,
  from: CalendarDate,
  to: CalendarDate,
): Promise<StoredSlip[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select s.id::text, s.member_id::text "memberId", s.starts_on::text "startsOn", s.months, s.status, s.payout::text, s.base_pay::text "basePay", s.variable::text,
      s.carried::text, s.carried_from::text "carriedFrom", a.name "approvedBy", s.approved_at "approvedAt", c.name "closedBy", s.closed_at "closedAt", s.version,
      json_build_object('member', coalesce(s.content ->> 'member', ''), 'plan', coalesce(s.content -> 'plan' ->> 'name', ''), 'revenue', coalesce(s.content ->> 'revenue', '0'),
        'quota', s.content -> 'quota' ->> 'amount', 'adjustments', (select coalesce(sum(l.amount), 0)::text from pay_slip_line l
          where l.tenant_id = s.tenant_id and l.slip_id = s.id and l.kind = 'adjustment')) as label
    from pay_slip s left join member a on a.tenant_id = s.tenant_id and a.id = s.approved_by left join member c on c.tenant_id = s.tenant_id and c.id = s.closed_by
    where s.starts_on >= ${from}::date and s.starts_on < ${to}::date and (${who && [...who]}::uuid[] is null or s.member_id = any(${who && [...who]}::uuid[]))
    order by s.starts_on, s.member_id, s.months`;
  return rows.map((one) => row.parse(one));
}

const base = z.object({ source: z.enum(sourceKinds), costed: z.boolean(), revenue: wholeText, cost: wholeText });
const closed = z.object({
  id: z.string(),
  memberId: z.string(),
  startsOn: z.string(),
  months: z.union([z.literal(1), z.literal(3)]),
  carried: wholeText,
  /** A later closed slip has taken over what could not be taken back. */
  taken: z.boolean(),
  content: slipContent,
  lines: z.array(z.unknown()).transform((lines) => lines.map(readLine)),
  sales: z.array(base),
});

/** A closed slip with what was frozen in it. `sales`: what it paid on, by source. */
export type ClosedRow = z.output<typeof closed> & { content: SlipContent };

/** Closed slips with their lines, oldest first. One statement. */
export async function listClosedSlips(
  { db }: Scope,
  who: readonly string[],
  since: CalendarDate,
): Promise<ClosedRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select s.id::text, s.member_id::text "memberId", s.starts_on::text "startsOn", s.months, s.carried::text, s.content,
      exists (select from pay_slip t where t.tenant_id = s.tenant_id and t.carried_from = s.id and t.status = 'closed') as taken,
      (select coalesce(json_agg(l.reason order by l.place), '[]') from pay_slip_line l where l.tenant_id = s.tenant_id and l.slip_id = s.id) as lines,
      (select coalesce(json_agg(x), '[]') from (select p.source, p.costed, sum(p.revenue)::text as revenue, sum(p.cost)::text as cost from pay_slip_sale p
        where p.tenant_id = s.tenant_id and p.slip_id = s.id and p.of_slip_id = s.id group by 1, 2) x) as sales
    from pay_slip s where s.status = 'closed' and s.member_id = any(${[...who]}::uuid[]) and s.starts_on >= ${since}::date
    order by s.member_id, s.starts_on, s.months`;
  return rows.map((one) => closed.parse(one));
}

export const endOf = ({ startsOn, months }: { startsOn: CalendarDate; months: number }) => addMonths(startsOn, months);
