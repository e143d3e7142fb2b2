import { addMonths } from "@/lib/domain/calendar-date";
import { order } from "./pull-down";
import type { ClientFact, MonthWeight } from "./queries/client-facts";
import type { ClientReason, ClientState } from "./queries/client-states";
import type { ProgressRow, RowBasis } from "./rows";
import type { ProgressFilter, ProgressSplit } from "./schema";

/** Rows of clients come in pages, the worst first. */
export const PAGE = 100;

/** A row with what only people or clients have. */
export type ProgressLine = ProgressRow & {
  /** Clients with a figure in the span; null where rows are clients themselves. */
  clients: number | null;
  /** Clients owned today that were touched in time, of all of them; null where nobody answers for any. */
  touch: { inTime: number; of: number } | null;
  /** Rows of clients: whether it may be opened, and why it is behind. */
  reached: boolean;
  reasons: ClientReason[];
};

export function lineOf(
  row: ProgressRow,
  by: ProgressSplit,
  facts: readonly ClientFact[],
  states: readonly ClientState[],
): ProgressLine {
  const own = by === "manager" ? facts.filter(({ memberId }) => memberId === row.key) : [];
  const state = by === "client" ? states.find(({ id }) => id === row.key) : undefined;
  const held =
    by === "manager"
      ? states.filter(({ ownerId }) => ownerId === row.key)
      : state
        ? [state]
        : by === "month"
          ? states
          : [];
  const clocks = held.filter(({ touchInTime }) => touchInTime !== null);
  return {
    ...row,
    clients: by === "manager" ? own.length : null,
    touch:
      clocks.length === 0
        ? null
        : { inTime: clocks.filter(({ touchInTime }) => touchInTime).length, of: clocks.length },
    reached: by === "client" && facts.some(({ clientId, reached }) => clientId === row.key && reached),
    reasons: state?.reasons ?? [],
  };
}

/** The clients of a page, by what one statement knows of all of them; each once, whoever is credited. */
export function clientPage(
  facts: readonly ClientFact[],
  { sort, page }: ProgressFilter,
): { ids: string[]; count: number } {
  const merged = new Map<
    string,
    { id: string; label: string; fact: bigint; plan: bigint | null; toDate: bigint | null }
  >();
  const plus = (a: bigint | null, b: bigint | null) => (a === null ? b : b === null ? a : a + b);
  for (const { clientId: id, label, fact, plan, toDate } of facts) {
    const known = merged.get(id) ?? { id, label, fact: 0n, plan: null, toDate: null };
    merged.set(id, {
      ...known,
      fact: known.fact + fact,
      plan: plus(known.plan, plan),
      toDate: plus(known.toDate, toDate),
    });
  }
  const down = sort.startsWith("-");
  const of = sort.replace(/^-/, "");
  const value = (one: { fact: bigint; plan: bigint | null; toDate: bigint | null }) =>
    of === "fact" ? one.fact : of === "plan" ? one.plan : one.toDate === null ? null : one.fact - one.toDate;
  const ids = [...merged.values()]
    .sort((a, b) => {
      if (of === "name") return (a.label < b.label ? -1 : 1) * (down ? -1 : 1);
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) return x === y ? order(b.fact, a.fact) : x === null ? 1 : -1;
      return order(x, y) * (down ? -1 : 1) || (a.id < b.id ? -1 : 1);
    })
    .map(({ id }) => id);
  return { ids: ids.slice((page - 1) * PAGE, page * PAGE), count: ids.length };
}

/** The part of each month's plan that is due. */
export function weightsOf({ span, days, today }: RowBasis): MonthWeight[] {
  return span.months.map((month) => {
    if (addMonths(month, 1) <= today) return { month, passed: 1, total: 1 };
    if (month !== days.running?.month) return { month, passed: 0, total: 1 };
    const { passed, total } = days.running;
    return total === 0 ? { month, passed: 0, total: 1 } : { month, passed, total };
  });
}
