import { type Measure, matrixFault } from "../kpi";
import type { MinorUnits } from "../money";
import { WHOLE } from "../rounding";
import type { SourceKind } from "../source-kind";
import { type TierScale, tierFault } from "./tiers";

/** What a rate is paid on. */
export const payBases = ["revenue", "margin"] as const;
export type PayBase = (typeof payBases)[number];

/**
 * Shares are attainments in hundredths of a per cent. `threshold`: the component pays from exactly this attainment on. Accelerators multiply
 * all of it by the factor of the last one reached. No cap unless stated (R83).
 */
export type Terms = {
  id: string;
  threshold: number | null;
  accelerators: readonly { from: number; factor: number }[];
  cap: MinorUnits | null;
};

/** `source`: only sales of that kind, measured against the plan of that kind; null for all. */
type OfSales = { on: PayBase; source: SourceKind | null };

export type Component = Terms &
  (
    | ({ kind: "rate"; rate: number } & OfSales)
    | ({ kind: "tiers"; scale: TierScale } & OfSales)
    | { kind: "kpi"; bonus: MinorUnits; measures: readonly Omit<Measure, "fact" | "target">[] }
    | { kind: "fixed"; amount: MinorUnits }
  );

/** `base`: the fixed part of one full period. `cap`: of the whole variable part. */
export type PayPlan = { base: MinorUnits; components: readonly Component[]; cap: MinorUnits | null };

export type PayPlanFault = { component: string; fault: string };

/** Everything that keeps a plan from paying as it says; each names the component. */
export function payPlanFaults({ base, components, cap }: PayPlan): PayPlanFault[] {
  const whole = base < 0n || (cap !== null && cap < 0n) ? [{ component: "", fault: "negative" }] : [];
  return [...whole, ...components.flatMap((one) => faultsOf(one).map((fault) => ({ component: one.id, fault })))];
}

function faultsOf(component: Component): string[] {
  const { accelerators, threshold, cap } = component;
  const faults: (string | null)[] = [ownFault(component)];
  if ((threshold ?? 0) < 0 || (cap ?? 0n) < 0n) faults.push("negative");
  // A factor below 100 %, or below the one before, would pay less for selling more.
  const slows = accelerators.some(({ from, factor }, place) => {
    const before = accelerators[place - 1] ?? { from: -1, factor: Number(WHOLE) };
    return from <= before.from || factor < before.factor;
  });
  if (slows) faults.push("accelerator-order");
  return faults.filter((fault) => fault !== null);
}

function ownFault(component: Component): string | null {
  if (component.kind === "rate") return component.rate < 0 ? "negative" : null;
  if (component.kind === "tiers") return tierFault(component.scale);
  if (component.kind === "fixed") return component.amount < 0n ? "negative" : null;
  return component.bonus < 0n ? "negative" : matrixFault(component.measures);
}
