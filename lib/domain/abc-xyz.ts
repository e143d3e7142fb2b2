import type { MinorUnits } from "./money";

export const abcClasses = ["A", "B", "C"] as const;
export type AbcClass = (typeof abcClasses)[number];
export type XyzClass = "X" | "Y" | "Z";

const A_UP_TO = 80n;
const B_UP_TO = 95n;

/**
 * The class of each client by cumulative share of turnover, largest first: 80 / 95 / 100 % (domain.md 11). A client that crosses a border belongs
 * to the class in which it starts. Turnover below zero is C and takes nothing from the whole, and so is none at all. Ties by id.
 */
export function abcClassesOf(turnover: readonly { id: string; amount: MinorUnits }[]): Map<string, AbcClass> {
  const sorted = [...turnover].sort((a, b) =>
    a.amount === b.amount ? (a.id < b.id ? -1 : 1) : a.amount > b.amount ? -1 : 1,
  );
  const whole = sorted.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n);
  const classes = new Map<string, AbcClass>();
  let before = 0n;
  for (const { id, amount } of sorted) {
    const within = (border: bigint) => amount > 0n && before * 100n < whole * border;
    classes.set(id, within(A_UP_TO) ? "A" : within(B_UP_TO) ? "B" : "C");
    if (amount > 0n) before += amount;
  }
  return classes;
}

const FEWEST_PERIODS = 4;
const X_UP_TO = 0.1;
const Y_UP_TO = 0.25;

/** Population σ ÷ mean of the turnover by period; null for fewer than four periods or a mean of zero or less. */
export function variation(periods: readonly number[]): number | null {
  if (periods.length < FEWEST_PERIODS) return null;
  const mean = periods.reduce((sum, value) => sum + value, 0) / periods.length;
  if (mean <= 0) return null;
  const spread = periods.reduce((sum, value) => sum + (value - mean) ** 2, 0) / periods.length;
  return Math.sqrt(spread) / mean;
}

/** How evenly a client buys: X up to 10 %, Y up to 25 %, else Z; null where nothing can be said (domain.md 11). */
export function xyzClassOf(periods: readonly number[]): XyzClass | null {
  const share = variation(periods);
  if (share === null) return null;
  return share <= X_UP_TO ? "X" : share <= Y_UP_TO ? "Y" : "Z";
}
