import type { MinorUnits } from "./money";

export type Turnover = { id: string; amount: MinorUnits };

/** Each client's part of the whole, 0–1. Returns beyond sales are no part and take nothing from the whole; a whole of nothing gives none. */
export function sharesOf(turnover: readonly Turnover[]): Map<string, number> {
  const whole = positiveSum(turnover);
  if (whole === 0n) return new Map();
  return new Map(turnover.map(({ id, amount }) => [id, amount > 0n ? Number(amount) / Number(whole) : 0]));
}

/**
 * Herfindahl–Hirschman index, Σ share² × 10,000 (domain.md 11): .4/.3/.2/.1 → 3,000; one client → 10,000. Null without turnover.
 */
export function concentrationIndex(turnover: readonly Turnover[]): number | null {
  const shares = [...sharesOf(turnover).values()];
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share * share, 0) * 10_000;
}

/** The part of the whole that the largest `count` clients make, 0–1, and who they are, largest first. Null without turnover. */
export function topShare(turnover: readonly Turnover[], count: number): { share: number; ids: string[] } | null {
  const shares = sharesOf(turnover);
  if (shares.size === 0) return null;
  const largest = [...shares].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, count);
  return { share: largest.reduce((sum, [, share]) => sum + share, 0), ids: largest.map(([id]) => id) };
}

/** "What if we lose them" (R24): what would be left of the turnover, and the index of what is left. */
export function withoutClient(
  turnover: readonly Turnover[],
  id: string,
): { lost: MinorUnits; left: MinorUnits; share: number; index: number | null } {
  const rest = turnover.filter((one) => one.id !== id);
  const gone = turnover.find((one) => one.id === id)?.amount ?? 0n;
  const lost = gone > 0n ? gone : 0n;
  return {
    lost,
    left: positiveSum(rest),
    share: sharesOf(turnover).get(id) ?? 0,
    index: concentrationIndex(rest),
  };
}

function positiveSum(turnover: readonly Turnover[]): MinorUnits {
  return turnover.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
}
