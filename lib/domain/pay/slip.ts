import type { MinorUnits } from "../money";
import { divideHalfUp } from "../rounding";
import type { SourceKind } from "../source-kind";
import type { Adjustment } from "./adjustment";
import { componentLines } from "./component";
import type { PayPlan } from "./pay-plan";
import type { SlipLine } from "./slip-line";

/**
 * A sale as it is credited to this person: `share` of it in hundredths of a per cent, amounts already that share's. Margin null: cost unknown.
 * `ref` null: supposed by "what if", no sale stands behind it.
 */
export type CreditedSale = {
  ref: string | null;
  revenue: MinorUnits;
  margin: MinorUnits | null;
  source: SourceKind;
  share: number;
};

/** A plan row of the period: for one source, or (null) for all of them. */
export type PlanRow = { ref: string; source: SourceKind | null; amount: MinorUnits };

/** `days`: working days employed and of the whole period. `measures`: facts and targets of the KPI matrix by measure. */
export type PayFacts = {
  days: { worked: number; total: number };
  plans: readonly PlanRow[];
  sales: readonly CreditedSale[];
  measures: ReadonlyMap<string, { fact: bigint | null; target: bigint | null }>;
  adjustments: readonly Adjustment[];
};

/** `payout` = Σ lines, never below 0; what could not be taken back is `carried` (≤ 0) into the next period. */
export type Slip = {
  lines: SlipLine[];
  payout: MinorUnits;
  base: MinorUnits;
  variable: MinorUnits;
  carried: MinorUnits;
};

/** What a person earns (domain.md 5). Pure: the slip, "what if" and the simulation of a plan all come from here. */
export function slipOf(plan: PayPlan, facts: PayFacts): Slip {
  const base = baseLine(plan.base, facts.days);
  const earned = plan.components.flatMap((component) => componentLines(component, facts));
  const sum = total(earned);
  const over = plan.cap !== null && sum > plan.cap ? plan.cap - sum : 0n;
  const capped: SlipLine[] = over === 0n ? [] : [{ kind: "cap", component: null, amount: over, cap: sum + over }];
  const corrected = facts.adjustments.map(
    (one): SlipLine => ({ kind: "adjustment", component: one.component, amount: one.amount, adjustment: one }),
  );
  const lines = [base, ...earned, ...capped, ...corrected];
  const all = total(lines);
  const floor: SlipLine[] = all < 0n ? [{ kind: "floor", component: null, amount: -all }] : [];
  const payout = all < 0n ? 0n : all;
  return {
    lines: [...lines, ...floor],
    payout,
    base: base.amount,
    variable: payout - base.amount,
    carried: all < 0n ? all : 0n,
  };
}

// A period without a working day takes nothing from the base.
function baseLine(base: MinorUnits, { worked, total: days }: PayFacts["days"]): SlipLine {
  const amount = days === 0 ? base : divideHalfUp(base * BigInt(worked), BigInt(days));
  return { kind: "base", component: null, amount, full: base, worked, days };
}

function total(lines: readonly SlipLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.amount, 0n);
}
