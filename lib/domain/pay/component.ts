import { attainment } from "../attainment";
import { scorecard } from "../kpi";
import type { MinorUnits } from "../money";
import { divideHalfUp, shareOf, WHOLE } from "../rounding";
import type { SourceKind } from "../source-kind";
import type { Component, PayBase } from "./pay-plan";
import type { PayFacts, PlanRow } from "./slip";
import type { SaleShare, SalesReason, SlipLine } from "./slip-line";
import { tierPay } from "./tiers";

/** The lines of one component: what it earned, its accelerator, its cap; or the one line that says that the threshold was not reached. */
export function componentLines(component: Component, facts: PayFacts): SlipLine[] {
  const { id, threshold, accelerators, cap } = component;
  const sold = soldOf(component, facts);
  const plan = sold.plan?.ref ?? null;
  const { points } = attainment(sold.base, sold.plan?.amount ?? null);
  // Without a plan nobody can say that a threshold was reached.
  if (threshold !== null && (points === null || points < BigInt(threshold)))
    return [{ kind: "below-threshold", component: id, amount: 0n, threshold, points, plan }];

  const lines = earnedLines(component, facts, sold);
  const reached = points === null ? undefined : accelerators.findLast(({ from }) => points >= BigInt(from));
  if (reached && points !== null) {
    const extra = shareOf(total(lines), reached.factor - Number(WHOLE));
    if (extra > 0n) lines.push({ kind: "accelerator", component: id, amount: extra, ...reached, points, plan });
  }
  const sum = total(lines);
  if (cap !== null && sum > cap) lines.push({ kind: "cap", component: id, amount: cap - sum, cap });
  return lines;
}

type Sold = { on: PayBase; base: MinorUnits; sales: SaleShare[]; withoutCost: string[]; plan: PlanRow | null };

function soldOf(component: Component, { sales, plans }: PayFacts): Sold {
  const ofSales = component.kind === "rate" || component.kind === "tiers";
  const on: PayBase = ofSales ? component.on : "revenue";
  const source: SourceKind | null = ofSales ? component.source : null;
  const counted = sales.filter((sale) => source === null || sale.source === source);
  const valued = counted.flatMap((sale) => {
    const amount = amountOf(sale, on);
    return amount === null ? [] : [{ ref: sale.ref, share: sale.share, amount }];
  });
  return {
    on,
    base: total(valued),
    sales: valued.flatMap(({ ref, ...rest }) => (ref === null ? [] : [{ ref, ...rest }])),
    withoutCost: counted.flatMap((sale) => (amountOf(sale, on) === null ? (sale.ref ?? []) : [])),
    plan: plans.find((row) => row.source === source) ?? null,
  };
}

const amountOf = (sale: PayFacts["sales"][number], on: PayBase) => (on === "revenue" ? sale.revenue : sale.margin);

function earnedLines(component: Component, facts: PayFacts, sold: Sold): SlipLine[] {
  const { id } = component;
  const { on, sales, withoutCost } = sold;
  const quota = sold.plan?.amount ?? null;
  const reason: Omit<SalesReason, "base" | "rate"> = { on, sales, withoutCost, plan: sold.plan?.ref ?? null, quota };
  if (component.kind === "rate") {
    const amount = shareOf(sold.base, component.rate);
    return [{ kind: "rate", component: id, amount, ...reason, base: sold.base, rate: component.rate }];
  }
  if (component.kind === "tiers") {
    const { parts, why } = tierPay(component.scale, sold.base, quota);
    return parts.map((part) => ({ kind: "tier", component: id, ...reason, ...part, why }));
  }
  if (component.kind === "fixed") return [{ kind: "fixed", component: id, amount: component.amount }];
  const { rows } = scorecard(
    component.measures.map((one) => ({ ...one, ...(facts.measures.get(one.id) ?? { fact: null, target: null }) })),
  );
  // A measure without a value earns nothing; its weight goes to no other.
  return rows.map(({ id: measure, weight, points, coefficient }) => {
    const amount = divideHalfUp(component.bonus * BigInt(weight) * (coefficient ?? 0n), WHOLE * WHOLE);
    return { kind: "kpi", component: id, amount, measure, weight, points, coefficient, bonus: component.bonus };
  });
}

function total(lines: readonly { amount: bigint }[]): bigint {
  return lines.reduce((sum, line) => sum + line.amount, 0n);
}
