import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, monthStart } from "@/lib/domain/calendar-date";
import { monthsOf, periodOf } from "@/lib/domain/fiscal-year";
import { measurePoints } from "@/lib/domain/kpi";
import { listFigures } from "./figures";
import { digitsOf, listMeasures, type MeasureRow } from "./measures";
import { readScores } from "./scores";

export type ClientTargets = {
  /** First month of the year. */
  year: CalendarDate;
  rows: { measure: MeasureRow; digits: number; target: bigint; fact: bigint | null; points: bigint | null }[];
  mayEdit: boolean;
};

/** What is asked of a client this year, and what has become of it. One statement where nothing is asked, three where something is. */
export async function clientTargets(scope: Scope, clientId: string): Promise<ClientTargets> {
  const { fiscalStartMonth, currency } = scope.company;
  const months = monthsOf(periodOf("year", monthStart(scope.today), fiscalStartMonth), fiscalStartMonth);
  const [from = scope.today] = months;
  const subject = { kind: "client" as const, id: clientId };
  const to = addMonths(from, 12);
  const figures = await listFigures(scope, [subject], from, to);
  const asked = figures.filter(({ what }) => what === "target");
  const empty = { year: from, rows: [], mayEdit: scope.can("target:edit") };
  if (asked.length === 0) return empty;
  const all = await listMeasures(scope);
  const measures = all.filter(({ id, archived }) => !archived && asked.some(({ measureId }) => measureId === id));
  // Of a whole year it does not matter how its quarters are divided: no calendar is read.
  const weights = (some: readonly CalendarDate[]) => some.map(() => 1n);
  const scores = await readScores(scope, [subject], { measures, all, from, to, weights, figures });
  return {
    ...empty,
    rows: scores.of(subject, months).flatMap(({ measure, target, fact }) => {
      if (!target) return [];
      const points = measurePoints({ direction: measure.direction, fact, target: target.amount });
      return [{ measure, digits: digitsOf(measure, currency), target: target.amount, fact, points }];
    }),
  };
}
