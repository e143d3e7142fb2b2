import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type Cut, companySold, cutValues, sourceOf } from "./source";

const big = z.string().transform(BigInt);
const fact = z.object({
  memberId: z.string(),
  clientId: z.string(),
  label: z.string(),
  reached: z.boolean(),
  fact: big,
  plan: big.nullable(),
  toDate: big.nullable(),
});

/** A client within a member's figures, over the months of the span; null plan: none. */
export type ClientFact = z.output<typeof fact>;

/** What part of a month's plan is due: all of it when passed = total, nothing when passed = 0. */
export type MonthWeight = { month: string; passed: number; total: number };

/** Every client of every member within the cut. One statement. `toDate` is for ranking: rounded once, not by month. */
export async function clientFacts(scope: Scope, cut: Cut, weights: readonly MonthWeight[]): Promise<ClientFact[]> {
  // Whoever reaches a book is asked for its clients, not the clients for whoever reaches them.
  const byReach = scope.reach !== "all" && !cut.region && !cut.mode;
  const reached = byReach ? "x.client_id in (select unnest(app.client_ids()))" : "c.id is not null";
  const { sold, planned } = sourceOf(cut, { withClient: !byReach });
  // One month at most runs: it alone is divided, and once a client, not each row.
  const due = weights.filter(({ passed, total }) => passed === total).map(({ month }) => month);
  const running = weights.find(({ passed, total }) => passed > 0 && passed < total);
  const rows = await scope.db.$queryRawUnsafe<unknown[]>(
    `with figure as (
       select x.member_id, x.client_id, max(x.client_label) as label, bool_or(${reached}) as reached, sum(x.amount) as fact, null::numeric as plan, null::numeric as due
       from ${companySold(scope, cut) ?? sold} group by 1, 2
       union all
       select x.member_id, x.client_id, max(x.client_label), bool_or(${reached}), 0, sum(x.amount),
         round(coalesce(sum(x.amount) filter (where x.month = any($15::date[])), 0) + coalesce(sum(x.amount) filter (where x.month = $16::date), 0) * $17::numeric / $18::numeric)
       from ${planned} and x.month = any($14::date[]) group by 1, 2)
     select member_id::text as "memberId", client_id::text as "clientId", max(label) as label, bool_or(reached) as reached, sum(fact)::text as fact,
       sum(plan)::text as plan, sum(due)::text as "toDate"
     from figure group by 1, 2`,
    ...cutValues(scope, cut),
    weights.map(({ month }) => month),
    due,
    running?.month ?? null,
    running?.passed ?? 0,
    running?.total ?? 1,
  );
  return rows.map((row) => fact.parse(row));
}

const line = z.object({
  memberId: z.string(),
  clientId: z.string(),
  name: z.string(),
  amount: big,
  lines: z.number(),
});

/** What a client in reach bought since a day. */
export type Mover = z.output<typeof line>;

/** Clients in reach with lines of sales dated since that day, the owner of today beside each. One statement. */
export async function listMovers(scope: Scope, since: string): Promise<Mover[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select coalesce(a.member_id, app.no_id())::text "memberId", c.id::text "clientId", c.name::text, s.amount::text, s.lines
    from client c
    cross join lateral (select sum(l.base_amount) amount, count(*)::int lines from sale_line l
      where l.tenant_id = c.tenant_id and l.client_id = c.id and l.sold_on >= ${since}::date and l.sold_on <= ${scope.today}::date) s
    left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)
    where s.lines > 0`;
  return rows.map((row) => line.parse(row));
}
