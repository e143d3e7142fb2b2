import { apportion } from "./largest-remainder";
import type { MinorUnits } from "./money";

/** 100 % in hundredths of a per cent, the precision in which shares are kept. */
const WHOLE = 10_000;

/**
 * Parts of one amount by shares in hundredths of a per cent that sum to 10,000 (domain.md 3 "split credit"): exact to the minor unit, what is
 * left over going by largest remainder, ties by place. Negative amounts split like positive ones. app.split_amount is the same rule in SQL.
 */
export function splitCredit(amount: MinorUnits, shares: readonly number[]): MinorUnits[] {
  if (shares.reduce((sum, share) => sum + share, 0) !== WHOLE) throw new RangeError("shares must sum to 100 %");
  return apportion(amount, shares.map(BigInt));
}
