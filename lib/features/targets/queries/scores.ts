import type { Scope } from "@/lib/access/scope";
import { together } from "@/lib/access/together";
import { addMonths, type CalendarDate } from "@/lib/domain/calendar-date";
import { type Facts, listClientFacts, listPersonFacts, listTeamPlaces } from "./facts";
import { type FigureRow, figureFor, listFigures, type StretchFigure, type Subject } from "./figures";
import { factsOf, measuresIn, measureValue, monthsThatCount, type ValueContext } from "./measure-value";
import type { MeasureRow } from "./measures";
import { type MonthWeights, monthWeights } from "./month-weights";

/** One measure of one subject: the value over the months asked for and over each of the months behind, the target and what was written down. */
export type Score = {
  measure: MeasureRow;
  fact: bigint | null;
  target: StretchFigure | null;
  /** In hundredths of a per cent: the target's own weight, else the measure's. */
  weight: number;
  entered: FigureRow | null;
  /** Values by hand that touch the months. */
  values: FigureRow[];
  /** The months that make a computed measure's value, with whose facts count in each. */
  counted: { month: CalendarDate; ids: readonly string[] }[];
  facts: Facts;
  history: { month: CalendarDate; value: bigint | null }[];
};

type Asked = {
  measures: readonly MeasureRow[];
  /** All measures: a formula may speak of those that nobody asked for. */
  all: readonly MeasureRow[];
  months: readonly CalendarDate[];
  /** How a longer target is divided over months, where the caller has read it already. */
  weights?: MonthWeights;
  /** What was set and entered in these months, where the caller has read it already. */
  figures?: readonly FigureRow[];
  /** Earlier months whose values are wanted too, in order. */
  behind?: readonly CalendarDate[];
};

const touches = ({ startsOn, months: length }: FigureRow, months: readonly CalendarDate[]) =>
  months.some((month) => month >= startsOn && month < addMonths(startsOn, length));

export const subjectKey = ({ kind, id }: Subject) => `${kind}:${id}`;

/**
 * Scores of subjects, by `subjectKey`, as far as the caller sees their figures. A team's value counts each sale once, whoever of the team it is credited
 * to, and follows the team of that month. At most three statements, however many subjects.
 */
export async function listScores(
  scope: Scope,
  subjects: readonly Subject[],
  { months, behind = [], ...asked }: Asked,
): Promise<Map<string, Score[]>> {
  const wanted = [...behind, ...months].toSorted();
  const [from, last] = [wanted[0], wanted.at(-1)];
  if (from === undefined || last === undefined) return new Map();
  const scores = await readScores(scope, subjects, { ...asked, from, to: addMonths(last, 1) });
  return new Map(subjects.map((subject) => [subjectKey(subject), scores.of(subject, months, behind)]));
}

export type Scores = {
  of: (subject: Subject, months: readonly CalendarDate[], behind?: readonly CalendarDate[]) => Score[];
  /** Whose facts count for a subject in a month. */
  idsIn: (subject: Subject, month: CalendarDate) => readonly string[];
};

/** What scores of some subjects in [from, to) are made of, read once; then any stretch of months of any of them. */
export async function readScores(
  scope: Scope,
  subjects: readonly Subject[],
  { measures, all, from, to, ...asked }: Omit<Asked, "months" | "behind"> & { from: CalendarDate; to: CalendarDate },
): Promise<Scores> {
  if (subjects.length === 0) return { of: () => [], idsIn: () => [] };
  const ids = (kind: Subject["kind"]) => subjects.filter((one) => one.kind === kind).map(({ id }) => id);
  const weights = asked.weights ?? (await monthWeights(scope));
  const [figures, places] = await together<Scope, [readonly FigureRow[], Map<string, string[]>]>(scope, (batch) => [
    asked.figures ? Promise.resolve(asked.figures) : listFigures(batch, subjects, from, to),
    ids("team").length > 0 ? listTeamPlaces(batch, ids("team"), from, to) : Promise.resolve(new Map()),
  ]);
  const people = [...new Set([...ids("member"), ...[...places.values()].flat()])];
  const wanted = factsOf(measures.flatMap((one) => measuresIn(one, all)));
  const [personFacts, clientFacts] = await together<Scope, [Facts, Facts]>(scope, (batch) => [
    people.length > 0 && wanted.size > 0
      ? listPersonFacts(batch, people, wanted, from, to)
      : Promise.resolve(new Map()),
    ids("client").length > 0 ? listClientFacts(batch, ids("client"), from, to) : Promise.resolve(new Map()),
  ]);

  const idsIn = ({ kind, id }: Subject, month: CalendarDate) =>
    kind === "team" ? (places.get(`${id} ${month}`) ?? []) : [id];
  const scoresOf: Scores["of"] = (subject, months, behind = []) => {
    const own = figures.filter(({ subjectId }) => subjectId === subject.id);
    const rows = (what: FigureRow["what"]) => own.filter((one) => one.what === what);
    const of: ValueContext = {
      facts: subject.kind === "client" ? clientFacts : personFacts,
      idsIn: (month) => idsIn(subject, month),
      entered: (measure, some) => figureFor(measure, rows("value"), some, weights)?.amount ?? null,
      today: scope.today,
      currency: scope.company.currency,
      all,
    };
    return measures.map((measure): Score => {
      const target = figureFor(measure, rows("target"), months, weights);
      return {
        measure,
        fact: measureValue(measure, months, of),
        target,
        weight: target?.row?.weight ?? measure.weight,
        entered:
          rows("value").find(
            (one) => one.measureId === measure.id && one.startsOn === months[0] && one.months === months.length,
          ) ?? null,
        values: rows("value").filter((one) => one.measureId === measure.id && touches(one, months)),
        counted:
          measure.kind === "computed"
            ? monthsThatCount(measure, months, of).map((month) => ({ month, ids: of.idsIn(month) }))
            : [],
        facts: of.facts,
        history: behind.map((month) => ({ month, value: measureValue(measure, [month], of) })),
      };
    });
  };
  return { of: scoresOf, idsIn };
}
