import { apportion } from "../largest-remainder";
import { shareOf, WHOLE } from "../rounding";
import { sourceKinds } from "../source-kind";
import type { PayPlan } from "./pay-plan";
import { type PayFacts, type Slip, slipOf } from "./slip";

/** `quota`: the sales plan of one period. `margin`: its share of what is sold. `points`: attainment. Shares in hundredths of a per cent. */
export type Example = { quota: bigint; margin: number; points: number };

/**
 * What a plan would pay at an attainment, by the slip's own function, so that its author sees the terms work before anybody has them: sales in equal
 * thirds of new, growth and renewal, every measure of the matrix reached as far as the sales plan is.
 */
export function exampleSlip(plan: PayPlan, { quota, margin, points }: Example): Slip {
  const revenues = apportion(
    shareOf(quota, points),
    sourceKinds.map(() => 1n),
  );
  const sales = sourceKinds.map((source, place) => {
    const revenue = revenues[place] ?? 0n;
    return { ref: null, source, revenue, margin: shareOf(revenue, margin), share: Number(WHOLE) };
  });
  const measures = plan.components.flatMap((component) => (component.kind === "kpi" ? component.measures : []));
  const facts: PayFacts = {
    days: { worked: 1, total: 1 },
    plans: [{ ref: "", source: null, amount: quota }],
    sales,
    measures: new Map(
      measures.map(({ id, direction }) => [
        id,
        { fact: direction === "more" ? BigInt(points) : 2n * WHOLE - BigInt(points), target: WHOLE },
      ]),
    ),
    adjustments: [],
  };
  return slipOf(plan, facts);
}

/** What one component of a slip pays in all: its stretches, its accelerator, its cap. */
export function paidBy({ lines }: Slip, component: string): bigint {
  return lines.reduce((sum, line) => (line.component === component ? sum + line.amount : sum), 0n);
}
