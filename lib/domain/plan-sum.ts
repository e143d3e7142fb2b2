import type { MinorUnits } from "./money";

/** What one client, or several together, sold and should have sold in a span. Null: nothing was planned. */
export type PlanSum = {
  fact: MinorUnits;
  plan: MinorUnits | null;
  /** The part of the plan that was due by this morning. */
  toDate: MinorUnits | null;
};

/** Facts and plans each add up to the minor unit; a client without a plan brings its fact alone. */
export function addPlans(sums: Iterable<PlanSum>): PlanSum {
  const total: PlanSum = { fact: 0n, plan: null, toDate: null };
  for (const { fact, plan, toDate } of sums) {
    total.fact += fact;
    if (plan !== null) total.plan = (total.plan ?? 0n) + plan;
    if (toDate !== null) total.toDate = (total.toDate ?? 0n) + toDate;
  }
  return total;
}

/** fact − plan to date; null without a plan. */
export const deviationOf = ({ fact, toDate }: PlanSum): MinorUnits | null => (toDate === null ? null : fact - toDate);

/** Short of what was due by more than so many hundredths of it: up to 3 a plan is being met, beyond 15 somebody must look. */
const SHORT = 3n;
const FAR = 15n;
const shortBy = (fact: MinorUnits, due: MinorUnits, hundredths: bigint) => (due - fact) * 100n > due * hundredths;

/** What is due: the plan to date, or the whole plan where nobody says what part of it is. */
const dueOf = ({ plan, toDate }: PlanSum): MinorUnits | null => (plan === null || plan <= 0n ? null : (toDate ?? plan));

/** Whether the plan is being missed: the bullet is amber or red. Never where nothing is planned. */
export function isBehind(sum: PlanSum): boolean {
  const due = dueOf(sum);
  return due !== null && shortBy(sum.fact, due, SHORT);
}

/** Whether it is missed by so much that the bullet is red. */
export function isFarBehind(sum: PlanSum): boolean {
  const due = dueOf(sum);
  return due !== null && shortBy(sum.fact, due, FAR);
}
