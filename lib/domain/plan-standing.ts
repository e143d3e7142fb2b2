import { type Attainment, attainment } from "./attainment";
import { addMonths, type CalendarDate } from "./calendar-date";
import { type Growth, growthOf } from "./growth";
import { type MinorUnits, sumOf } from "./money";
import { type MonthPlan, pace, planToDate, type RunningMonth } from "./plan-to-date";
import { type RequiredPace, requiredPace } from "./required-pace";
import { runRate } from "./run-rate";
import { type ClosedPeriod, passedAndLeft } from "./workdays";
import type { WorkingCalendar } from "./working-calendar";
import { type ForecastMethod, forecastYear } from "./year-forecast";

/** What was sold and planned in a month (by its first day), and what was sold in the same month a year earlier. */
export type StandingMonth = MonthPlan & { fact: MinorUnits; lastYear: MinorUnits };

/** The working days of a span and of its running month, counted once for all rows; `running` null where no month of it runs. */
export type SpanDays = {
  left: number;
  running: RunningMonth | null;
};

export type Forecast = {
  value: MinorUnits | null;
  low: MinorUnits | null;
  high: MinorUnits | null;
  /** rate: the run-rate alone, of a month; the others as in lib/domain/year-forecast. */
  method: ForecastMethod | "rate";
  currentByRate: boolean;
};

/**
 * `growth` compares the months that are over with the same months a year earlier (`growthOn` "closed"); before the first is over, the run-rate of the
 * running month with that whole month ("rate").
 */
export type Standing = {
  fact: MinorUnits;
  plan: MinorUnits | null;
  attainment: Attainment;
  toDate: MinorUnits | null;
  /** fact − plan to date. */
  deviation: MinorUnits | null;
  pace: number | null;
  forecast: Forecast;
  required: RequiredPace;
  growth: Growth;
  growthOn: "closed" | "rate" | null;
};

export function spanDays(
  months: readonly CalendarDate[],
  span: ClosedPeriod,
  today: CalendarDate,
  calendar: WorkingCalendar,
): SpanDays {
  const running = months.find((month) => month <= today && today < addMonths(month, 1));
  const days = running && passedAndLeft(calendar, { startsOn: running, endsOn: addMonths(running, 1) }, today);
  return {
    left: passedAndLeft(calendar, span, today).left,
    running: running && days ? { month: running, passed: days.passed, total: days.total } : null,
  };
}

/**
 * How one row stands (domain.md 3): months of a span in order. `upTo`: the span is counted only as far as today, so its plan is the plan to date and
 * nothing is forecast. A row that sold nothing in all the months a year earlier has no history to forecast from.
 */
export function standingOf(
  months: readonly StandingMonth[],
  at: { today: CalendarDate; days: SpanDays; upTo?: boolean },
): Standing {
  const { today, days } = at;
  const fact = sumOf(months.map((month) => month.fact));
  const planned = months.filter((month) => month.plan !== null);
  const due = planToDate(months, today, days.running);
  const plan = at.upTo ? due.value : planned.length === 0 ? null : sumOf(planned.map((month) => month.plan ?? 0n));
  const closed = months.filter(({ month }) => addMonths(month, 1) <= today);
  const running = months.find(({ month }) => month === days.running?.month);
  const rate = running && days.running ? runRate(running.fact, days.running.passed, days.running.total) : null;
  const [growth, growthOn] = growthIn(closed, running, rate);
  return {
    fact,
    plan,
    attainment: attainment(fact, plan),
    toDate: due.value,
    deviation: due.value === null ? null : fact - due.value,
    pace: pace(fact, due),
    forecast: at.upTo ? upToNow(fact) : forecastOf(months, today, days, rate),
    required: requiredPace(plan, fact, days.left),
    growth,
    growthOn,
  };
}

function growthIn(
  closed: readonly StandingMonth[],
  running: StandingMonth | undefined,
  rate: MinorUnits | null,
): [Growth, Standing["growthOn"]] {
  if (closed.length > 0)
    return [growthOf(sumOf(closed.map((one) => one.fact)), sumOf(closed.map((one) => one.lastYear))), "closed"];
  return running && rate !== null ? [growthOf(rate, running.lastYear), "rate"] : [null, null];
}

function forecastOf(
  months: readonly StandingMonth[],
  today: CalendarDate,
  { running }: SpanDays,
  rate: MinorUnits | null,
): Forecast {
  if (months.length === 1 && running)
    return { value: rate, low: rate, high: rate, method: rate === null ? "none" : "rate", currentByRate: true };
  const history = months.some(({ lastYear }) => lastYear !== 0n);
  const { basis: _, ...forecast } = forecastYear(
    months.map(({ month, fact, plan, lastYear }) => ({
      month,
      fact,
      plan,
      lastYear: history ? lastYear : null,
      state: addMonths(month, 1) <= today ? "closed" : month > today ? "ahead" : "current",
    })),
    running,
  );
  return forecast;
}

const upToNow = (fact: MinorUnits): Forecast => ({
  value: fact,
  low: fact,
  high: fact,
  method: "fact",
  currentByRate: false,
});
