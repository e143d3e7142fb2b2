import { type MinorUnits, sumOf } from "../money";
import { divideHalfUp, shareOf } from "../rounding";
import { sourceKinds } from "../source-kind";
import type { PayPlan } from "./pay-plan";
import { type CreditedSale, type PayFacts, type Slip, slipOf } from "./slip";

/**
 * The same facts as if that much had been sold: the mix of sources and their margins stay, half-up per source. Without sales so far all of it is
 * renewal without a known margin. No sale stands behind it, so it names none; measures and adjustments stay as they are.
 */
export function asIfSold(facts: PayFacts, revenue: MinorUnits): PayFacts {
  const bySource = sourceKinds.map((source) => {
    const own = facts.sales.filter((sale) => sale.source === source && sale.revenue > 0n);
    const costed = own.filter((sale) => sale.margin !== null);
    return { source, sold: sumOf(own.map((one) => one.revenue)), costed };
  });
  const sold = sumOf(bySource.map((one) => one.sold));
  if (sold === 0n) return { ...facts, sales: [supposed("renewal", revenue, null)] };
  const sales = bySource.flatMap(({ source, sold: part, costed }) => {
    if (part === 0n) return [];
    const amount = divideHalfUp(revenue * part, sold);
    const base = sumOf(costed.map((one) => one.revenue));
    const margin = base === 0n ? null : divideHalfUp(amount * sumOf(costed.map((one) => one.margin ?? 0n)), base);
    return [supposed(source, amount, margin)];
  });
  return { ...facts, sales };
}

function supposed(source: CreditedSale["source"], revenue: MinorUnits, margin: MinorUnits | null): CreditedSale {
  return { ref: null, revenue, margin, source, share: 10_000 };
}

/** What is earned if that much is sold: the slip's own function on supposed facts. */
export function slipIfSold(plan: PayPlan, facts: PayFacts, revenue: MinorUnits): Slip {
  return slipOf(plan, asIfSold(facts, revenue));
}

/** Null where there is no forecast, or no plan to take a share of. */
export type Scenarios = { now: Slip; forecast: Slip | null; atPlan: Slip | null; above: Slip | null };

/** R36: what I earn now, at the forecast, at 100 % and at 120 % of the plan. */
export function scenarios(plan: PayPlan, facts: PayFacts, forecast: MinorUnits | null): Scenarios {
  const whole = facts.plans.find((row) => row.source === null)?.amount ?? null;
  const at = (revenue: MinorUnits | null) => (revenue === null ? null : slipIfSold(plan, facts, revenue));
  return {
    now: slipOf(plan, facts),
    forecast: at(forecast),
    atPlan: at(whole),
    above: at(whole === null ? null : shareOf(whole, 12_000)),
  };
}
