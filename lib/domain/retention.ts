import type { MinorUnits } from "./money";
import { ratio } from "./rounding";

/** What the cohort of the start (clients that bought then) became: start + expansion − contraction − churn is what it buys now. */
export type CohortChange = {
  start: MinorUnits;
  expansion: MinorUnits;
  contraction: MinorUnits;
  churn: MinorUnits;
};

/** Null where the cohort bought nothing at the start. */
export type Retention = CohortChange & { nrr: number | null; grr: number | null };

/** NRR = (start + expansion − contraction − churn) ÷ start; GRR leaves expansion out and is ≤ 100 % (domain.md 3). */
export function retention(change: CohortChange): Retention {
  const { start, expansion, contraction, churn } = change;
  if (start <= 0n) return { ...change, nrr: null, grr: null };
  const kept = start - contraction - churn;
  return { ...change, nrr: ratio(kept + expansion, start), grr: ratio(kept, start) };
}

/**
 * The change of each client's sales between two periods of equal length, for the cohort of the first only: who bought nothing then is new and
 * stands outside; who buys nothing now, or returns more than is bought, has churned with all of the start.
 */
export function cohortChange(clients: readonly { start: MinorUnits; now: MinorUnits }[]): CohortChange {
  const change = { start: 0n, expansion: 0n, contraction: 0n, churn: 0n };
  for (const { start, now } of clients) {
    if (start <= 0n) continue;
    change.start += start;
    if (now <= 0n) change.churn += start;
    else if (now >= start) change.expansion += now - start;
    else change.contraction += start - now;
  }
  return change;
}
