import type { ClientFact } from "./queries/client-facts";
import type { ClientReason, ClientState } from "./queries/client-states";
import type { ProgressRow } from "./rows";

export type BehindClient = {
  id: string;
  label: string;
  /** Below the plan to date. */
  deviation: bigint;
  /** Whether the viewer may open it. */
  reached: boolean;
  reasons: ClientReason[];
};
/** A member below the plan to date, with the clients that make most of it. */
export type Behind = { memberId: string; name: string | null; deviation: bigint; clients: BehindClient[] };

const PEOPLE = 3;
const CLIENTS = 3;

/** Who pulls down: the members furthest below the plan to date, each with the clients furthest below theirs and why; `all` of both, or the first few. */
export function behindOf(
  rows: readonly ProgressRow[],
  facts: readonly ClientFact[],
  states: readonly ClientState[],
  all = false,
): Behind[] {
  const stateOf = new Map(states.map((one) => [one.id, one]));
  return rows
    .flatMap(({ key, label, standing: { deviation } }) =>
      deviation !== null && deviation < 0n ? [{ memberId: key, name: label, deviation }] : [],
    )
    .sort((a, b) => order(a.deviation, b.deviation) || (a.memberId < b.memberId ? -1 : 1))
    .slice(0, all ? undefined : PEOPLE)
    .map((member) => ({
      ...member,
      clients: behindClients(
        facts.filter(({ memberId }) => memberId === member.memberId),
        stateOf,
        all ? undefined : CLIENTS,
      ),
    }));
}

function behindClients(
  facts: readonly ClientFact[],
  stateOf: ReadonlyMap<string, ClientState>,
  most: number | undefined,
): BehindClient[] {
  return facts
    .flatMap(({ clientId, label, fact, toDate, reached }) =>
      toDate !== null && fact < toDate ? [{ id: clientId, label, deviation: fact - toDate, reached }] : [],
    )
    .sort((a, b) => order(a.deviation, b.deviation) || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map((one) => ({ ...one, reasons: stateOf.get(one.id)?.reasons ?? [] }));
}

export const order = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);
