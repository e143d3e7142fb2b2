import { divideDown, WHOLE } from "./rounding";

/** Whether a greater or a smaller figure is the better one. */
export const directions = ["more", "less"] as const;
export type Direction = (typeof directions)[number];

/**
 * How attainment becomes a coefficient, both in hundredths of a per cent. linear: the same, never below 0, up to `cap` if there is one. steps:
 * the coefficient of the last step that is reached, half-open; below the first one 0.
 */
export type CoefficientRule =
  | { kind: "linear"; cap: number | null }
  | { kind: "steps"; steps: readonly { from: number; coefficient: number }[] };

/** Figures are in the measure's own smallest unit (minor units, pieces, hundredths of a per cent). `weight`: hundredths of a per cent. */
export type Measure = {
  id: string;
  direction: Direction;
  weight: number;
  rule: CoefficientRule;
  fact: bigint | null;
  target: bigint | null;
};

/**
 * Attainment of a measure in hundredths of a per cent, rounded down, so that a step is reached exactly when points ≥ its start. More is
 * better: fact ÷ target. Less is better: 2 − fact ÷ target, so that 0 is 200 %, the target 100 % and twice the target 0 %. Null without a fact or
 * a target above 0.
 */
export function measurePoints({
  direction,
  fact,
  target,
}: Pick<Measure, "direction" | "fact" | "target">): bigint | null {
  if (fact === null || target === null || target <= 0n) return null;
  return divideDown((direction === "more" ? fact : 2n * target - fact) * WHOLE, target);
}

/** Hundredths of a per cent, never below 0. */
export function coefficientOf(rule: CoefficientRule, points: bigint): bigint {
  if (rule.kind === "steps") {
    const reached = rule.steps.findLast((step) => points >= BigInt(step.from));
    return BigInt(reached?.coefficient ?? 0);
  }
  const floor = points > 0n ? points : 0n;
  return rule.cap !== null && floor > BigInt(rule.cap) ? BigInt(rule.cap) : floor;
}

export type MeasureRow = Measure & { points: bigint | null; coefficient: bigint | null };

/** `score`: Σ weight × coefficient over the measures that have a value, in hundredths of a per cent, rounded down; null when none has. */
export type Scorecard = { rows: MeasureRow[]; score: bigint | null; missingWeight: number };

export function scorecard(measures: readonly Measure[]): Scorecard {
  const rows = measures.map((measure) => {
    const points = measurePoints(measure);
    return { ...measure, points, coefficient: points === null ? null : coefficientOf(measure.rule, points) };
  });
  const known = rows.filter((row) => row.coefficient !== null);
  const weighed = known.reduce((sum, row) => sum + BigInt(row.weight) * (row.coefficient ?? 0n), 0n);
  const missingWeight = rows.reduce((sum, row) => sum + (row.coefficient === null ? row.weight : 0), 0);
  return { rows, score: known.length === 0 ? null : weighed / WHOLE, missingWeight };
}

export type MatrixFault = "weights" | "steps-order" | "negative";

/** Why a matrix cannot be used, or null: weights must sum to 100 %, steps must rise, nothing may be below 0. */
export function matrixFault(measures: readonly Pick<Measure, "weight" | "rule">[]): MatrixFault | null {
  if (measures.reduce((sum, one) => sum + one.weight, 0) !== Number(WHOLE)) return "weights";
  for (const { weight, rule } of measures) {
    if (weight < 0 || (rule.kind === "linear" && (rule.cap ?? 0) < 0)) return "negative";
    if (rule.kind === "linear") continue;
    if (rule.steps.some((step) => step.from < 0 || step.coefficient < 0)) return "negative";
    if (rule.steps.some((step, place) => step.from <= (rule.steps[place - 1]?.from ?? -1))) return "steps-order";
  }
  return null;
}
