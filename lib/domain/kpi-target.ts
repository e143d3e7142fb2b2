import { apportion } from "./largest-remainder";
import { sumOf } from "./money";
import { divideHalfUp } from "./rounding";

/**
 * How a measure's months make a quarter and a year (R38): sums add up (revenue, touches held); a level counts as it stands at the end (active
 * clients); a rate is the months' average (share of clients touched on cadence).
 */
export const gatherings = ["sum", "last", "average"] as const;
export type Gathering = (typeof gatherings)[number];

/** What a target may be set for, and how many months that is. */
export const spans = ["month", "quarter", "year"] as const;
export type Span = (typeof spans)[number];
export const monthsOfSpan = { month: 1, quarter: 3, year: 12 } as const;

/** The figure of a quarter or a year from its months, in order; months without one are left out. Null when none has any. */
export function gather(kind: Gathering, months: readonly (bigint | null)[]): bigint | null {
  const known = months.filter((month) => month !== null);
  if (known.length === 0) return null;
  if (kind === "last") return known.at(-1) ?? null;
  const sum = sumOf(known);
  return kind === "sum" ? sum : divideHalfUp(sum, BigInt(known.length));
}

/** Months for a target of a longer period: a sum by weights, exact; a level or a rate is the same every month. */
export function spreadTarget(kind: Gathering, target: bigint, weights: readonly bigint[]): bigint[] {
  return kind === "sum" ? apportion(target, weights) : weights.map(() => target);
}
