import type { Months } from "@/lib/domain/closed-months";
import { concentrationIndex, topShare, withoutClient } from "@/lib/domain/concentration";
import { type Growth, growthOf, likeForLike } from "@/lib/domain/growth";
import { sumOf } from "@/lib/domain/money";
import { cohortChange, type Retention, retention } from "@/lib/domain/retention";
import type { ClientFact } from "./queries/client-facts";
import type { ClientState } from "./queries/client-states";
import type { ClientList } from "./schema";

export type ListedClient = { id: string; name: string; turnover: bigint; before: bigint };

/** The clients in reach as a book: kept, grown, lost, and how much stands on how few. Over the months of `year` against those a year earlier. */
export type BookHealth = {
  year: Months;
  retention: Retention;
  growth: Growth;
  likeForLike: Growth;
  counts: Record<ClientList, number>;
  concentration: { index: number | null; top: { share: number; clients: string[] } | null };
};

export type Loss = {
  id: string;
  name: string;
  turnover: bigint;
  share: number;
  index: number | null;
  /** What of its plan is still to be sold in the span; null where nothing is planned for it. */
  planLeft: bigint | null;
};

const TOP = 5;

/** Active bought in the last twelve closed months; fresh never before; returned came back in them after a long silence; churned bought only in the twelve before. */
export function listOf(states: readonly ClientState[], list: ClientList, year: Months): ClientState[] {
  const returned = (one: ClientState) =>
    one.returnedOn !== null && one.returnedOn >= year.from && one.returnedOn < year.to;
  const fits: Record<ClientList, (one: ClientState) => boolean> = {
    active: (one) => one.turnover > 0n,
    churned: (one) => one.turnover <= 0n && one.before > 0n,
    returned: (one) => one.turnover > 0n && one.before <= 0n && returned(one),
    fresh: (one) => one.turnover > 0n && one.before <= 0n && !returned(one),
  };
  return states.filter(fits[list]);
}

export function healthOf(states: readonly ClientState[], year: Months): BookHealth {
  const turnover = states.map(({ id, turnover }) => ({ id, amount: turnover }));
  const top = topShare(turnover, TOP);
  const names = new Map(states.map(({ id, name }) => [id, name]));
  const sum = (of: (one: ClientState) => bigint) => sumOf(states.map(of));
  const count = (list: ClientList) => listOf(states, list, year).length;
  return {
    year,
    retention: retention(cohortChange(states.map(({ before, turnover }) => ({ start: before, now: turnover })))),
    growth: growthOf(
      sum((one) => one.turnover),
      sum((one) => one.before),
    ),
    likeForLike: likeForLike(states.map(({ turnover, before }) => ({ later: turnover, earlier: before }))),
    counts: { active: count("active"), fresh: count("fresh"), returned: count("returned"), churned: count("churned") },
    concentration: {
      index: concentrationIndex(turnover),
      top: top && { share: top.share, clients: top.ids.map((id) => names.get(id) ?? "") },
    },
  };
}

/** What would be missing without this client; null where it is not in reach. */
export function lossOf(states: readonly ClientState[], facts: readonly ClientFact[], id: string): Loss | null {
  const client = states.find((one) => one.id === id);
  if (!client) return null;
  const gone = withoutClient(
    states.map((one) => ({ id: one.id, amount: one.turnover })),
    id,
  );
  const own = facts.filter((one) => one.clientId === id && one.plan !== null);
  const left = own.reduce((total, one) => total + (one.plan ?? 0n) - one.fact, 0n);
  return {
    ...{ id, name: client.name, turnover: gone.lost, share: gone.share, index: gone.index },
    planLeft: own.length === 0 ? null : left > 0n ? left : 0n,
  };
}
