import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import { sumOf } from "@/lib/domain/money";
import { type SpanDays, type Standing, type StandingMonth, standingOf } from "@/lib/domain/plan-standing";
import { ratio } from "@/lib/domain/rounding";
import type { WorkingCalendar } from "@/lib/domain/working-calendar";
import type { MonthFigure } from "./queries/month-figures";
import type { ProgressSpan } from "./span";

/** One row of the table, or the total. Base minor units. */
export type ProgressRow = {
  key: string;
  /** What the database calls it; null for what the screen names itself. */
  label: string | null;
  standing: Standing;
  /** Parts of the fact; null without any. */
  newShare: number | null;
  growthShare: number | null;
  /** What joined (+) or left (−) the plan with clients that moved. */
  moved: bigint;
  /** The year's months, for the heat table and the chart. */
  months: StandingMonth[];
};

export type RowBasis = { span: ProgressSpan; days: SpanDays; calendar: WorkingCalendar; today: CalendarDate };

/** Figures with the plans of people whose plan has no clients: there the figure is the plan, and cells of others that moved to them are not added (domain.md 4). */
export function withFigurePlans(
  figures: readonly MonthFigure[],
  plans: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
  names: ReadonlyMap<string, string>,
): MonthFigure[] {
  const known = new Map(figures.map((one) => [`${one.key} ${one.month}`, one]));
  for (const [key, months] of plans)
    for (const [month, plan] of months) {
      const one = known.get(`${key} ${month}`) ?? { ...nothing, key, month, label: names.get(key) ?? null };
      known.set(`${key} ${month}`, { ...one, plan, planned: plan });
    }
  return [...known.values()];
}

/** Rows that sold or planned anything in the year or the one before. */
export function rowsOf(figures: readonly MonthFigure[], basis: RowBasis): ProgressRow[] {
  const byKey = new Map<string, MonthFigure[]>();
  for (const one of figures) {
    const own = byKey.get(one.key);
    if (own) own.push(one);
    else byKey.set(one.key, [one]);
  }
  return [...byKey].map(([key, own]) => rowOf(key, own, basis));
}

/** All rows in one, each sale and each plan once. */
export const totalOf = (figures: readonly MonthFigure[], basis: RowBasis): ProgressRow =>
  rowOf("all", merged(figures), basis);

function merged(figures: readonly MonthFigure[]): MonthFigure[] {
  const months = new Map<string, MonthFigure>();
  const plus = (a: bigint | null, b: bigint | null) => (a === null ? b : b === null ? a : a + b);
  for (const one of figures) {
    const sum = months.get(one.month) ?? { ...nothing, key: "all", month: one.month };
    months.set(one.month, {
      ...sum,
      fact: sum.fact + one.fact,
      fresh: sum.fresh + one.fresh,
      growing: sum.growing + one.growing,
      plan: plus(sum.plan, one.plan),
      planned: plus(sum.planned, one.planned),
    });
  }
  return [...months.values()];
}

/** The months of the span as rows of their own. */
export function monthRowsOf(figures: readonly MonthFigure[], basis: RowBasis, daysOf: (month: string) => SpanDays) {
  const whole = merged(figures);
  return basis.span.months.map((month) => {
    const span = { ...basis.span, months: [month], upTo: false };
    return { ...rowOf("all", whole, { ...basis, span, days: daysOf(month) }), key: month };
  });
}

const nothing: Omit<MonthFigure, "key" | "month"> = {
  label: null,
  fact: 0n,
  fresh: 0n,
  growing: 0n,
  plan: null,
  planned: null,
};

function rowOf(key: string, own: readonly MonthFigure[], { span, days, today }: RowBasis): ProgressRow {
  const known = new Map(own.map((one) => [one.month, one]));
  const months = span.year.map((month): StandingMonth => {
    const one = known.get(month);
    const lastYear = known.get(addMonths(month, -12))?.fact ?? 0n;
    return { month, fact: one?.fact ?? 0n, plan: one?.plan ?? null, lastYear };
  });
  const shown = new Set(span.months);
  const within = own.filter(({ month }) => shown.has(month));
  const sum = (of: (one: MonthFigure) => bigint) => sumOf(within.map(of));
  const fact = sum((one) => one.fact);
  const share = (part: bigint) => (fact > 0n ? ratio(part, fact) : null);
  return {
    key,
    label: own.find(({ label }) => label)?.label ?? null,
    standing: standingOf(
      months.filter(({ month }) => shown.has(month)),
      { today, days, upTo: span.upTo },
    ),
    newShare: share(sum((one) => one.fresh)),
    growthShare: share(sum((one) => one.growing)),
    moved: sum((one) => (one.plan ?? 0n) - (one.planned ?? one.plan ?? 0n)),
    months,
  };
}
