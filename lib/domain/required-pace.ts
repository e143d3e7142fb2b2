import type { MinorUnits } from "./money";
import { divideUp } from "./rounding";

export type RequiredPace =
  | { state: "met"; gap: 0n; perDay: 0n }
  | { state: "needed"; gap: MinorUnits; perDay: MinorUnits }
  | { state: "out-of-reach"; gap: MinorUnits; perDay: null }
  | { state: "no-plan"; gap: null; perDay: null };

/** (plan − fact) ÷ working days left, rounded up, so that keeping the pace is enough (domain.md 3). Met asks for 0 a day. */
export function requiredPace(plan: MinorUnits | null, fact: MinorUnits, daysLeft: number): RequiredPace {
  if (plan === null) return { state: "no-plan", gap: null, perDay: null };
  const gap = plan - fact;
  if (gap <= 0n) return { state: "met", gap: 0n, perDay: 0n };
  if (daysLeft <= 0) return { state: "out-of-reach", gap, perDay: null };
  return { state: "needed", gap, perDay: divideUp(gap, BigInt(daysLeft)) };
}
