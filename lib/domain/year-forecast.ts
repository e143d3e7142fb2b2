import type { CalendarDate } from "./calendar-date";
import type { MinorUnits } from "./money";
import { divideHalfUp } from "./rounding";
import { runRate } from "./run-rate";

/** A month of the year: `state` as of today; `lastYear` null where there is no history, `plan` null where there is no plan. */
export type ForecastMonth = {
  month: CalendarDate;
  state: "closed" | "current" | "ahead";
  fact: MinorUnits;
  plan: MinorUnits | null;
  lastYear: MinorUnits | null;
};

/** season: last year's months × this year's pace. plan: the plan's months × attainment so far. fact: nothing is ahead. none: neither is known. */
export type ForecastMethod = "season" | "plan" | "fact" | "none";

/**
 * `low` and `high`: the months ahead at the weakest and the strongest pace of the last three closed months. `basis`: sold and expected over the
 * months that the pace was read from. `currentByRate`: the month under way is counted by its run-rate, not by the pace.
 */
export type YearForecast = {
  value: MinorUnits | null;
  low: MinorUnits | null;
  high: MinorUnits | null;
  method: ForecastMethod;
  basis: { sold: MinorUnits; expected: MinorUnits } | null;
  currentByRate: boolean;
};

type Pace = { sold: bigint; expected: bigint };

/**
 * Year forecast (domain.md 3) = closed months' fact + the current month's run-rate + for the months ahead the greater certainty there is:
 * last year's season × this year's pace; without history the plan × attainment to date. `days`: working days of the current month; while none
 * has closed, that month counts as ahead. The pace is read from closed months; before the first has closed, from the current one.
 */
export function forecastYear(
  months: readonly ForecastMonth[],
  days: { passed: number; total: number } | null,
): YearForecast {
  const closed = months.filter((one) => one.state === "closed");
  const current = months.find((one) => one.state === "current");
  const rate = current && days ? runRate(current.fact, days.passed, days.total) : null;
  const ahead = months.filter((one) => one.state === "ahead" || (one.state === "current" && rate === null));
  const known = closed.reduce((sum, one) => sum + one.fact, 0n) + (rate ?? 0n);
  const currentByRate = rate !== null;

  const sold = closed.length > 0 ? closed : current && rate !== null ? [{ ...current, fact: rate }] : [];
  const found = ahead.length > 0 ? basisOf(sold, ahead) : null;
  if (!found) {
    const value = ahead.length > 0 ? null : known;
    const method = ahead.length > 0 ? "none" : "fact";
    return { value, low: value, high: value, method, basis: null, currentByRate };
  }
  const { method, expected, whole, recent } = found;
  const at = ({ sold, expected: by }: Pace) => known + divideHalfUp(expected * sold, by);
  const value = at(whole);
  const ends = [value, ...recent.map(at)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { value, low: ends[0] ?? value, high: ends.at(-1) ?? value, method, basis: whole, currentByRate };
}

function basisOf(sold: readonly ForecastMonth[], ahead: readonly ForecastMonth[]) {
  for (const method of ["season", "plan"] as const) {
    const of = (one: ForecastMonth) => (method === "season" ? one.lastYear : one.plan);
    if ([...sold, ...ahead].some((one) => of(one) === null)) continue;
    const paces = sold.map((one) => ({ sold: one.fact, expected: of(one) ?? 0n }));
    const whole = paces.reduce((a, b) => ({ sold: a.sold + b.sold, expected: a.expected + b.expected }), zero);
    if (whole.expected <= 0n) continue;
    const recent = paces.slice(-3).filter((one) => one.expected > 0n);
    return { method, expected: ahead.reduce((sum, one) => sum + (of(one) ?? 0n), 0n), whole, recent };
  }
  return null;
}

const zero: Pace = { sold: 0n, expected: 0n };
