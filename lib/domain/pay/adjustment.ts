import type { MinorUnits } from "../money";
import { divideHalfUp } from "../rounding";

/** A closed slip's component: what it paid in all and on how much, so that paid ÷ base is the rate it really had. */
export type ClosedComponent = { slip: string; component: string; base: MinorUnits; paid: MinorUnits; rate: number };

/** `was` and `now`: the credited amount of the sale then and after the correction. */
export type Correction = {
  sale: string;
  was: MinorUnits;
  now: MinorUnits;
  why: "corrected" | "returned" | "moved" | "added";
};

/** A line of the next open period for a slip that is closed: it opens the slip, the sale and the reason. */
export type Adjustment = Correction & {
  slip: string;
  component: string;
  paid: MinorUnits;
  on: MinorUnits;
  amount: MinorUnits;
};

/**
 * What a later correction of an old sale adds or takes back, at the original rate (domain.md 5): the one that the component really had, all
 * tiers, accelerators and caps in it. A component that had been paid on nothing uses its lowest `rate` (hundredths of a per cent).
 */
export function adjustmentFor(closed: ClosedComponent, correction: Correction): Adjustment {
  const { slip, component } = closed;
  const [paid, on] = closed.base > 0n ? [closed.paid, closed.base] : [BigInt(closed.rate), 10_000n];
  return {
    ...correction,
    slip,
    component,
    paid,
    on,
    amount: divideHalfUp((correction.now - correction.was) * paid, on),
  };
}
