import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { Assignment } from "@/lib/domain/assignment";
import { addMonths } from "@/lib/domain/calendar-date";
import { shiftedCells } from "@/lib/domain/moved-cell";
import type { Change } from "@/lib/domain/transfer";
import { workingCalendar } from "@/lib/features/calendar/queries/working-calendar";
import type { TransferOrder } from "../schema";

type Named = { id: string; name: string };

/** What goes from whom (null: from nobody) to whom, base minor units: sales that are over, and what plans in force ask. */
export type Moved = { from: Named | null; to: Named | null; sales: bigint; plan: bigint };
/** Closed slips whose sales change: they stay, and the person's next slip takes up the difference. */
export type Adjusted = Named & { slips: { startsOn: string; months: 1 | 3 }[] };
export type Effects = { currency: string; moved: Moved[]; adjusted: Adjusted[] };

const fact = z.object({
  fact: z.enum(["sale", "cell", "slip"]),
  clientId: z.string().nullable(),
  memberId: z.string().nullable(),
  month: z.string().nullable(),
  amount: z.string().transform(BigInt),
  part: z.string().transform(BigInt),
});
type Fact = z.output<typeof fact>;

/** What the order moves of figures; `changes` by client are those of its plan, for the clients that it does move. */
export async function effectsOf(
  scope: Scope,
  order: TransferOrder,
  rows: readonly Assignment[],
  changes: ReadonlyMap<string, readonly Change[]>,
  nameOf: (id: string) => string,
): Promise<Effects> {
  const effects: Effects = { currency: scope.company.currency, moved: [], adjusted: [] };
  const clients = [...changes.keys()];
  if (order.role === "deputy" || clients.length === 0) return effects;
  const owners = rows.flatMap(({ role, memberId }) => (role === "primary" ? [memberId] : []));
  const people = [...new Set([...owners, ...(order.to ? [order.to] : [])])];
  const facts = await listFacts(scope, order, clients, people);
  const named = (id: string | null) => (id === null ? null : { id, name: nameOf(id) });
  const between = (from: string | null, to: string | null): Moved => {
    const found = effects.moved.find((one) => (one.from?.id ?? null) === from && (one.to?.id ?? null) === to);
    if (found) return found;
    const made = { from: named(from), to: named(to), sales: 0n, plan: 0n };
    effects.moved.push(made);
    return made;
  };

  const months = new Map<string, Set<string>>();
  for (const { memberId, month, amount, part } of facts.filter((one) => one.fact === "sale")) {
    const sales = order.role === "primary" ? amount : part;
    if (sales === 0n || memberId === order.to) continue;
    between(memberId, order.to).sales += sales;
    for (const person of [memberId, order.to])
      if (person && month) months.set(person, (months.get(person) ?? new Set()).add(month));
  }
  if (order.role === "primary") {
    const calendar = await workingCalendar(scope);
    for (const client of clients) {
      const cells = facts.flatMap((one) =>
        one.fact === "cell" && one.clientId === client && one.month ? [{ month: one.month, amount: one.amount }] : [],
      );
      const before = rows.filter((row) => row.clientId === client && row.role === "primary");
      const after = applied(before, changes.get(client) ?? []);
      for (const [loser, amount] of shiftedCells(cells, before.map(stayOf), after.map(stayOf), calendar))
        if (loser !== order.to) between(loser, order.to).plan -= amount;
    }
  }
  effects.moved = effects.moved.filter(({ sales, plan }) => sales !== 0n || plan !== 0n);
  effects.adjusted = adjustedOf(facts, months, nameOf);
  return effects;
}

const stayOf = ({ memberId, startsOn, endsOn }: Omit<Assignment, "id">) => ({ memberId, period: { startsOn, endsOn } });

function applied(before: readonly Assignment[], changes: readonly Change[]): Omit<Assignment, "id">[] {
  const touched = new Set(changes.flatMap((change) => change.before?.id ?? []));
  const made = changes.flatMap(({ after }) => (after?.role === "primary" ? [after] : []));
  return [...before.filter(({ id }) => !touched.has(id)), ...made];
}

function adjustedOf(
  facts: readonly Fact[],
  months: ReadonlyMap<string, ReadonlySet<string>>,
  nameOf: (id: string) => string,
): Adjusted[] {
  return [...months].flatMap(([id, changed]) => {
    const slips = facts.flatMap((one) => {
      if (one.fact !== "slip" || one.memberId !== id || !one.month) return [];
      const [startsOn, length] = [one.month, one.amount === 3n ? (3 as const) : (1 as const)];
      const ends = addMonths(startsOn, length);
      return [...changed].some((month) => month >= startsOn && month < ends) ? [{ startsOn, months: length }] : [];
    });
    return slips.length > 0 ? [{ id, name: nameOf(id), slips }] : [];
  });
}

async function listFacts(
  { db }: Scope,
  { on, until, role, share }: TransferOrder,
  clients: readonly string[],
  people: readonly string[],
): Promise<Fact[]> {
  const rows = await db.$queryRaw<unknown[]>`
    select fact, client_id::text "clientId", member_id::text "memberId", month::text, amount::text, part::text
    from app.move_facts(${[...clients]}::uuid[], ${[...people]}::uuid[], ${on}::date, ${until}::date, ${role === "specialist" ? share : null}::numeric)`;
  return rows.map((row) => fact.parse(row));
}
