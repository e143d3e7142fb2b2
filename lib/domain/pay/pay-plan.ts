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

/** `component` "" is the plan itself; `at` says which of its members: "tiers.1.rate", "measures", "" the whole of it. */
export type PayPlanFault = { component: string; at: string; fault: string };
type Fault = Omit<PayPlanFault, "component">;

/** Whose year a plan's terms are tried on: who has the plan today, or everybody who sells (and leads). */
export const simulated = ["holders", "kam", "all"] as const;

/** Everything that keeps a plan from paying as it says, each where it is. */
export function payPlanFaults({ base, components, cap }: PayPlan): PayPlanFault[] {
  return [
    ...below("base", base).map((one) => ({ component: "", ...one })),
    ...below("cap", cap).map((one) => ({ component: "", ...one })),
    ...components.flatMap((one) => faultsOf(one).map((fault) => ({ component: one.id, ...fault }))),
  ];
}

function faultsOf(component: Component): Fault[] {
  const { accelerators, threshold, cap } = component;
  // A factor below 100 %, or below the one before, would pay less for selling more.
  const slow = accelerators.findIndex(({ from, factor }, place) => {
    const before = accelerators[place - 1] ?? { from: -1, factor: Number(WHOLE) };
    return from <= before.from || factor < before.factor;
  });
  return [
    ...ownFaults(component),
    ...below("threshold", threshold),
    ...below("cap", cap),
    ...(slow < 0 ? [] : [{ at: `accelerators.${slow}`, fault: "accelerator-order" }]),
    ...unplanned(component),
  ];
}

function ownFaults(component: Component): Fault[] {
  if (component.kind === "rate") return below("rate", component.rate);
  if (component.kind === "fixed") return below("amount", component.amount);
  if (component.kind === "tiers") {
    const found = tierFault(component.scale);
    return found ? [{ fault: found.fault, at: found.at ? `tiers.${found.at}` : "tiers" }] : [];
  }
  const matrix = matrixFault(component.measures);
  return [...below("bonus", component.bonus), ...(matrix ? [{ at: "measures", fault: matrix }] : [])];
}

/** No sales plan is divided by source, so nothing of one source can be measured against it: such a part would never pay. */
function unplanned(component: Component): Fault[] {
  if ((component.kind !== "rate" && component.kind !== "tiers") || component.source === null) return [];
  const measured = component.threshold !== null || component.accelerators.length > 0;
  const byQuota = component.kind === "tiers" && component.scale.by === "quota" && component.scale.tiers.length > 1;
  return measured || byQuota ? [{ at: "source", fault: "source-unplanned" }] : [];
}

const below = (at: string, value: number | bigint | null): Fault[] =>
  value !== null && value < 0 ? [{ at, fault: "negative" }] : [];

/** The name of the field that a fault is about, as forms and answers have it: "component.<id>.tiers.1.rate". */
export function faultField({ component, at }: Pick<PayPlanFault, "component" | "at">): string {
  return [component && `component.${component}`, at].filter(Boolean).join(".");
}
