import type { CalendarDate } from "./calendar-date";

export type Running = { month: CalendarDate; plan: bigint | null; fact: bigint | null };

/** Sums so far; no plan where no month had one yet, no fact in months ahead. */
export function runningSums(
  months: readonly { month: CalendarDate; plan: bigint | null; fact: bigint }[],
  today: CalendarDate,
): Running[] {
  let [plan, fact]: [bigint | null, bigint] = [null, 0n];
  return months.map((one) => {
    if (one.plan !== null) plan = (plan ?? 0n) + one.plan;
    fact += one.fact;
    return { month: one.month, plan, fact: one.month <= today ? fact : null };
  });
}
