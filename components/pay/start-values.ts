import type { PayPlanPage, PayPlanRow } from "@/lib/features/pay/queries/plans";
import { emptyComponent, type PlanValues } from "./plan-values";

/**
 * What a new plan of that kind begins with, so that nobody faces an empty page: tiers from 0, 100 and 120 % of the sales plan; or a matrix of the
 * measures that have a usual weight. Its figures are to be filled in.
 */
export function startOf(
  kind: PayPlanRow["kind"],
  measures: PayPlanPage["measures"],
  typed: Pick<PlanValues, "name" | "months" | "base" | "cap" | "items">,
): PlanValues {
  const { name, months, base, cap, items } = typed;
  const common = { name, months, base, cap, items, kind };
  if (kind === "tiers") {
    const tiers = ["0", "100", "120"].map((from, key) => ({ key, from, rate: "" }));
    return { ...common, components: [{ ...emptyComponent("tiers", "sales"), tiers }] };
  }
  const weighty = measures.filter(({ weight }) => weight > 0);
  const rows = weighty.map(({ id, direction, weight }, key) => ({
    key,
    name: `own:${id}`,
    direction,
    weight: String(weight / 100),
    rule: "linear" as const,
    ruleCap: "150",
    steps: [],
  }));
  return { ...common, components: [{ ...emptyComponent("kpi", "kpi"), measures: rows }] };
}

export const nothingTyped = { name: "", months: 1 as const, base: "", cap: "", items: [] };
