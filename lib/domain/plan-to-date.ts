import { addMonths, type CalendarDate } from "./calendar-date";
import type { MinorUnits } from "./money";
import { divideHalfUp, ratio } from "./rounding";
import { passedAndLeft } from "./workdays";
import type { WorkingCalendar } from "./working-calendar";

/** A month (by its first day) and its plan, null where there is none. */
export type MonthPlan = { month: CalendarDate; plan: MinorUnits | null };

/** `open`: the month that is under way, with the days it was divided by. Null value: no month has a plan. */
export type PlanToDate = {
  value: MinorUnits | null;
  open: { month: CalendarDate; passed: number; total: number; part: MinorUnits } | null;
};

/**
 * What should have been sold by the morning of `today`: whole plans of the months that are over, and of the current one its part by working
 * days (the months carry the season, domain.md 3), half-up. A month without a working day is due at its end.
 */
export function planToDate(months: readonly MonthPlan[], today: CalendarDate, calendar: WorkingCalendar): PlanToDate {
  let value: MinorUnits | null = null;
  let open: PlanToDate["open"] = null;
  for (const { month, plan } of months) {
    if (plan === null) continue;
    const endsOn = addMonths(month, 1);
    if (endsOn <= today) value = (value ?? 0n) + plan;
    else if (month > today) value ??= 0n;
    else {
      const { passed, total } = passedAndLeft(calendar, { startsOn: month, endsOn }, today);
      const part = partDue(plan, { passed, total });
      open = { month, passed, total, part };
      value = (value ?? 0n) + part;
    }
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
