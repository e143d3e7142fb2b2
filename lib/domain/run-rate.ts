import type { MinorUnits } from "./money";
import { divideHalfUp } from "./rounding";

/**
 * RR = fact ÷ working days passed × working days in the period (domain.md 3), half-up. Only closed days count as passed; before the first one
 * has closed there is no rate and the answer is null.
 */
export function runRate(fact: MinorUnits, passed: number, total: number): MinorUnits | null {
  return passed <= 0 ? null : divideHalfUp(fact * BigInt(total), BigInt(passed));
}
