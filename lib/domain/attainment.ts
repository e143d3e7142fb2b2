import type { MinorUnits } from "./money";
import { divideDown, ratio, WHOLE } from "./rounding";

/**
 * `share`: fact ÷ plan as a plain number, for showing. `points`: the same in hundredths of a per cent, rounded down, so that a threshold is met
 * exactly when points ≥ threshold. Both null, with `why`, where there is no plan to compare with.
 */
export type Attainment = {
  share: number | null;
  points: bigint | null;
  deviation: MinorUnits | null;
  deviationShare: number | null;
  why: "no-plan" | "zero-plan" | null;
};

/**
 * attainment = fact ÷ plan; deviation = fact − plan, also where nothing was sold; deviation % = deviation ÷ |plan| (domain.md 3). A plan of 0 or
 * none has no attainment: never 0 % and never ∞. A plan below 0 (returns foreseen) has a deviation only.
 */
export function attainment(fact: MinorUnits, plan: MinorUnits | null): Attainment {
  if (plan === null) return { share: null, points: null, deviation: null, deviationShare: null, why: "no-plan" };
  const deviation = fact - plan;
  const deviationShare = ratio(deviation, plan < 0n ? -plan : plan);
  if (plan <= 0n) return { share: null, points: null, deviation, deviationShare, why: "zero-plan" };
  return { share: ratio(fact, plan), points: divideDown(fact * WHOLE, plan), deviation, deviationShare, why: null };
}
