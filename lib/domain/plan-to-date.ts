import type { CalendarDate } from "./calendar-date";
import type { MinorUnits } from "./money";
import { divideHalfUp, ratio } from "./rounding";

/** A month (by its first day) and its plan, null where there is none. */
export type MonthPlan = { month: CalendarDate; plan: MinorUnits | null };

/** The month that is under way, with its working days: those that are over by the morning of today, and all. */
export type RunningMonth = { month: CalendarDate; passed: number; total: number };

/** `open`: the month that is under way, with the days it was divided by. Null value: no month has a plan. */
export type PlanToDate = {
  value: MinorUnits | null;
  open: (RunningMonth & { part: MinorUnits }) | null;
};

/**
 * What should have been sold by the morning of `today`: whole plans of the months that are over, and of the current one its part by working
 * days (the months carry the season, domain.md 3), half-up. A month without a working day is due at its end. `running` is null where today lies in none
 * of the months.
 */
export function planToDate(
  months: readonly MonthPlan[],
  today: CalendarDate,
  running: RunningMonth | null,
): PlanToDate {
  let value: MinorUnits | null = null;
  let open: PlanToDate["open"] = null;
  for (const { month, plan } of months) {
    if (plan === null) continue;
    if (month === running?.month) {
      open = { ...running, part: partDue(plan, running) };
      value = (value ?? 0n) + open.part;
    } else value = (value ?? 0n) + (month < today ? plan : 0n);
  }
  return { value, open };
}

/** What of a month's plan is due after so many of its working days, half-up. */
export function partDue(plan: MinorUnits, { passed, total }: { passed: number; total: number }): MinorUnits {
  return total === 0 ? 0n : divideHalfUp(plan * BigInt(passed), BigInt(total));
}

/** pace = fact ÷ plan to date; null while nothing is due yet. */
export function pace(fact: MinorUnits, { value }: PlanToDate): number | null {
  return value === null || value <= 0n ? null : ratio(fact, value);
}
