import type { CalendarDate } from "@/lib/domain/calendar-date";
import { evaluateFormula, type MeasureValue, parseFormula } from "@/lib/domain/kpi-formula";
import { divideHalfUp, WHOLE } from "@/lib/domain/rounding";
import { type Fact, type FactName, type Facts, factKey } from "./facts";
import { digitsOf, type MeasureRow } from "./measures";

/** Which facts a computed measure is made of. */
export const madeOf: Readonly<Record<string, readonly FactName[]>> = {
  revenue: ["revenue"],
  margin: ["margin"],
  new_clients: ["new_clients"],
  retention: ["retention"],
  average_bill: ["revenue", "bills"],
  touches: ["touches"],
  on_cadence: ["on_cadence"],
};

export const factsOf = (measures: readonly MeasureRow[]): Set<FactName> =>
  new Set(measures.flatMap(({ kind, code }) => (kind === "computed" ? (madeOf[code] ?? []) : [])));

/** Measures that an own formula speaks of, by code; those alone if it cannot be read. */
export function measuresIn(measure: MeasureRow, all: readonly MeasureRow[]): MeasureRow[] {
  if (measure.kind !== "formula") return [measure];
  return all.filter(
    (one) =>
      one.kind !== "formula" && new RegExp(`(^|[^a-z0-9_])${one.code}([^a-z0-9_]|$)`).test(measure.formula ?? ""),
  );
}

/** A computed measure in one month, or a ratio of sums over several, over the people (or the client) it is asked for; null where nothing can be divided. */
function monthValue(
  code: string,
  idsIn: ValueContext["idsIn"],
  months: readonly CalendarDate[],
  facts: Facts,
): bigint | null {
  const sum = (fact: FactName): Fact => {
    const all = { top: 0n, bottom: 0n };
    for (const month of months)
      for (const id of idsIn(month)) {
        const one = facts.get(factKey(id, month, fact));
        all.top += one?.top ?? 0n;
        all.bottom += one?.bottom ?? 0n;
      }
    return all;
  };
  if (code === "average_bill") {
    const bills = sum("bills").top;
    return bills === 0n ? null : divideHalfUp(sum("revenue").top, bills);
  }
  if (code === "retention" || code === "on_cadence") {
    const { top, bottom } = sum(code);
    return bottom === 0n ? null : divideHalfUp(top * WHOLE, bottom);
  }
  const [fact] = madeOf[code] ?? [];
  return fact === undefined ? null : sum(fact).top;
}

/**
 * The months whose facts make a computed measure's value of a stretch: all of a sum, the last one that has a value of a level. An average bill is the stretch's
 * revenue by the stretch's bills, not the mean of months that differ in size.
 */
export function monthsThatCount(
  measure: MeasureRow,
  months: readonly CalendarDate[],
  of: ValueContext,
): CalendarDate[] {
  const past = months.filter((month) => month <= of.today);
  if (measure.gathering !== "last") return past;
  const last = past.findLast((month) => monthValue(measure.code, of.idsIn, [month], of.facts) !== null);
  return last === undefined ? [] : [last];
}

/** `idsIn`: whose facts count in a month. `entered`: what was written down for the stretch. Months after `today` have no value. */
export type ValueContext = {
  facts: Facts;
  idsIn: (month: CalendarDate) => readonly string[];
  entered: (measure: MeasureRow, months: readonly CalendarDate[]) => bigint | null;
  today: CalendarDate;
  currency: string;
  all: readonly MeasureRow[];
};

/**
 * What a measure is over some months, a computed one by `monthsThatCount`; a formula over what its measures are over the same months; an entered one
 * as it was written down. In the measure's smallest unit.
 */
export function measureValue(measure: MeasureRow, months: readonly CalendarDate[], of: ValueContext): bigint | null {
  const past = months.filter((month) => month <= of.today);
  if (measure.kind === "entered") return of.entered(measure, months);
  if (measure.kind === "computed") {
    const counting = monthsThatCount(measure, months, of);
    return counting.length === 0 ? null : monthValue(measure.code, of.idsIn, counting, of.facts);
  }
  const parts = measuresIn(measure, of.all);
  const read = parseFormula(measure.formula ?? "", new Set(parts.map(({ code }) => code)));
  if (!read.ok || past.length === 0) return null;
  const values = new Map(
    parts.map((one): [string, MeasureValue | null] => {
      const units = measureValue(one, months, of);
      return [one.code, units === null ? null : { units, digits: digitsOf(one, of.currency) }];
    }),
  );
  return evaluateFormula(read.formula, values, digitsOf(measure, of.currency));
}
