import { order } from "./pull-down";
import type { Mover } from "./queries/client-facts";
import type { ClientState } from "./queries/client-states";

export type ListedLate = { id: string; name: string; silentFor: number; usual: number };
/** What was sold since a day, to whom most, and who fell out of the own rhythm since: the first of both, or all. */
export type Movers = {
  since: string;
  amount: bigint;
  lines: number;
  bought: number;
  clients: Mover[];
  late: ListedLate[];
};

const TOP = 5;

export function moversOf(found: readonly Mover[], states: readonly ClientState[], since: string, all = false): Movers {
  const most = all ? undefined : TOP;
  const known = new Set(states.map(({ id }) => id));
  const moved = found.filter(({ clientId }) => known.has(clientId));
  return {
    since,
    amount: moved.reduce((sum, { amount }) => sum + amount, 0n),
    lines: moved.reduce((sum, { lines }) => sum + lines, 0),
    bought: moved.length,
    clients: [...moved].sort((a, b) => order(b.amount, a.amount)).slice(0, most),
    late: states
      .filter(({ lateFrom, archived }) => !archived && lateFrom !== null && lateFrom >= since)
      .sort((a, b) => order(b.turnover, a.turnover))
      .slice(0, most)
      .flatMap(({ id, name, reasons }) =>
        reasons.flatMap((one) =>
          one.kind === "rhythm" ? [{ id, name, silentFor: one.silentFor, usual: one.usual }] : [],
        ),
      ),
  };
}

/** The clients to ask "what if we lose" about, the largest first. */
export function largestOf(states: readonly ClientState[]) {
  return [...states]
    .filter(({ turnover }) => turnover > 0n)
    .sort((a, b) => order(b.turnover, a.turnover))
    .slice(0, 50)
    .map(({ id, name }) => ({ id, name }));
}
