import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";

const whole = z.string().transform(BigInt);
const row = z.object({ id: z.string(), month: z.string(), fact: z.string(), top: whole, bottom: whole });

/** What measures are computed from. Ratios keep both sides, so that they add up over people before they are divided. */
export const factNames = ["revenue", "margin", "bills", "touches", "new_clients", "on_cadence", "retention"] as const;
export type FactName = (typeof factNames)[number];
export type Fact = { top: bigint; bottom: bigint };
/** By "id month fact". */
export type Facts = Map<string, Fact>;

export const factKey = (id: string, month: CalendarDate, fact: FactName) => `${id} ${month} ${fact}`;

function gathered(rows: unknown[]): Facts {
  return new Map(
    rows
      .map((one) => row.parse(one))
      .map(({ id, month, fact, top, bottom }) => [`${id} ${month} ${fact}`, { top, bottom }]),
  );
}

/** Facts of people by month of [from, to), as far as the caller sees their figures (app.kpi_facts). One statement. */
export async function listPersonFacts(
  { db }: Scope,
  who: readonly string[],
  wanted: ReadonlySet<FactName>,
  from: CalendarDate,
  to: CalendarDate,
): Promise<Facts> {
  return gathered(
    await db.$queryRaw<unknown[]>`
      select member_id::text id, month::text, fact, top::text, bottom::text
      from app.kpi_facts(${[...who]}::uuid[], ${[...wanted]}::text[], ${from}::date, ${to}::date)`,
  );
}

const clientRow = z.object({
  member: z.string(),
  month: z.string(),
  client: z.string(),
  /** Null where the client is out of reach and was never bought from that person. */
  label: z.string().nullable(),
  reached: z.boolean(),
  fact: z.enum(factNames),
  top: whole,
  bottom: whole,
});
/** What one client adds to a person's fact of a month. */
export type ClientFactRow = z.output<typeof clientRow>;

/** The same facts by client: exactly what `listPersonFacts` adds up. One statement. */
export async function listFactRows(
  { db }: Scope,
  who: readonly string[],
  wanted: readonly FactName[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<ClientFactRow[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select member_id::text member, month::text, client_id::text client, label, reached, fact, top::text, bottom::text
    from app.kpi_facts(${[...who]}::uuid[], ${[...wanted]}::text[], ${from}::date, ${to}::date, true) order by month, label, client_id`;
  return rows.map((one) => clientRow.parse(one));
}

/** Facts of clients by month of [from, to), within reach: what the client bought, from whomever. */
export async function listClientFacts(
  { db }: Scope,
  clients: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<Facts> {
  const ids = [...clients];
  return gathered(
    await db.$queryRaw<unknown[]>`
      select c.client_id::text id, c.month::text, f.fact, (case f.fact when 'revenue' then sum(c.amount) else sum(case when c.uncosted = 0 then c.amount - c.cost else 0 end) end)::text top, '1' bottom
      from client_month c cross join (values ('revenue'), ('margin')) f(fact)
      where c.client_id = any(${ids}::uuid[]) and c.month >= ${from}::date and c.month < ${to}::date group by 1, 2, 3
      union all
      select l.client_id::text, date_trunc('month', l.sold_on)::date::text, 'bills', count(distinct l.document)::text, '1' from sale_line l
      where l.client_id = any(${ids}::uuid[]) and l.sold_on >= ${from}::date and l.sold_on < ${to}::date and l.base_amount > 0 group by 1, 2
      union all
      select t.client_id::text, date_trunc('month', t.on_day)::date::text, 'touches', count(*)::text, '1' from touch t
      where t.client_id = any(${ids}::uuid[]) and t.counts and t.on_day >= ${from}::date and t.on_day < ${to}::date group by 1, 2`,
  );
}

const place = z.object({ team: z.string(), month: z.string(), members: z.array(z.string()) });

/** Who was in a team, or in one below it, on the last day of each month (today in the running one): figures follow the team of that date. */
export async function listTeamPlaces(
  { db, today }: Scope,
  teams: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<unknown[]>`
    with recursive day as (
      select m::date as month, least((m + interval '1 month')::date - 1, ${today}::date) as on_day
      from generate_series(${from}::timestamp, ${addMonths(to, -1)}::timestamp, interval '1 month') m
    ), tree as (
      select t.id as root, t.id as team, d.month, d.on_day from day d, unnest(${[...teams]}::uuid[]) t(id)
      union
      select tree.root, l.team_id, tree.month, tree.on_day from tree join team_link l on l.parent_id = tree.team and l.starts_on <= tree.on_day and (l.ends_on is null or l.ends_on > tree.on_day)
    )
    select tree.root::text team, tree.month::text, array_agg(distinct tm.member_id::text) members
    from tree join team_member tm on tm.team_id = tree.team and tm.starts_on <= tree.on_day and (tm.ends_on is null or tm.ends_on > tree.on_day) group by 1, 2`;
  return new Map(rows.map((one) => place.parse(one)).map(({ team, month, members }) => [`${team} ${month}`, members]));
}
