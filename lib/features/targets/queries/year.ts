import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, monthStart } from "@/lib/domain/calendar-date";
import { monthsOf, periodOf } from "@/lib/domain/fiscal-year";
import { gather } from "@/lib/domain/kpi-target";
import type { YearFilter } from "../schema";
import { type FigureRow, figureFor, listFigures, type StretchFigure, type Subject } from "./figures";
import { digitsOf, listMeasures, type MeasureRow } from "./measures";
import { type MonthWeights, monthWeights } from "./month-weights";
import { type Choice, chooseSubject } from "./subjects";

/** The target of one stretch: what is set for it or what others make of it. `version` 0: nothing is set for just this stretch. */
export type YearCell = {
  startsOn: CalendarDate;
  months: 1 | 3 | 12;
  amount: bigint | null;
  from: StretchFigure["from"] | null;
  version: number;
};
export type YearRow = {
  key: string;
  subject: Subject;
  name: string | null;
  measure: MeasureRow;
  digits: number;
  cells: YearCell[];
};

export type YearPage = {
  today: CalendarDate;
  currency: string;
  filter: { at: CalendarDate; subject: Subject["kind"]; of: string; measure: string | undefined };
  name: string;
  people: Choice[];
  teams: Choice[];
  measures: MeasureRow[];
  stretches: { startsOn: CalendarDate; months: 1 | 3 | 12 }[];
  /** All measures of one person or client; or one measure of a team and of its people. */
  rows: YearRow[];
  /** Of a team and a measure that adds up: what its people's targets come to, for each stretch. */
  ofPeople: (bigint | null)[] | null;
  may: { edit: boolean };
};

/** R38: the targets of a year by month, quarter and year, each level with what it is made of. */
export const loadTargetYear = query("client:read", async function loadTargetYear(scope, filter: YearFilter) {
  return readTargetYear(scope, filter);
});

export async function readTargetYear(scope: Scope, filter: YearFilter): Promise<YearPage> {
  const { fiscalStartMonth, currency } = scope.company;
  const at = filter.at ?? monthStart(scope.today);
  const months = monthsOf(periodOf("year", at, fiscalStartMonth), fiscalStartMonth);
  const [first = at] = months;
  const measures = (await listMeasures(scope)).filter(({ archived }) => !archived);
  const { people, teams, name, ...subject } = await chooseSubject(scope, filter);
  const measure = measures.find(({ id }) => id === filter.measure) ?? measures[0];
  const ofTeam = subject.kind === "team";
  const members = ofTeam ? people.filter(({ team }) => team === subject.id) : [];
  const subjects: (Subject & { name: string })[] = [
    { ...subject, name },
    ...members.map((one) => ({ kind: "member" as const, id: one.id, name: one.name })),
  ];
  const figures = await listFigures(scope, subjects, first, addMonths(first, 12));
  const weights = await monthWeights(scope);
  const stretches = stretchesOf(months);
  const rowOf = (one: Subject & { name: string }, of: MeasureRow): YearRow => ({
    key: `${one.id} ${of.id}`,
    subject: { kind: one.kind, id: one.id },
    name: ofTeam ? one.name : null,
    measure: of,
    digits: digitsOf(of, currency),
    cells: stretches.map((stretch) =>
      cellOf(
        of,
        figures.filter((row) => row.what === "target" && row.subjectId === one.id),
        stretch,
        weights,
      ),
    ),
  });
  const rows = ofTeam
    ? subjects.flatMap((one) => (measure ? [rowOf(one, measure)] : []))
    : measures.map((of) => rowOf({ ...subject, name }, of));
  return {
    today: scope.today,
    currency,
    filter: { at: first, subject: subject.kind, of: subject.id, measure: ofTeam ? measure?.id : undefined },
    name,
    people,
    teams,
    measures,
    stretches,
    rows,
    ofPeople: ofTeam && measure?.gathering === "sum" && rows.length > 1 ? sumOf(rows.slice(1), stretches.length) : null,
    may: { edit: scope.can("target:edit") },
  };
}

/** Three months and their quarter, four times, then the year. */
function stretchesOf(months: readonly CalendarDate[]): YearPage["stretches"] {
  const quarters = [0, 3, 6, 9].flatMap((from) => {
    const own = months.slice(from, from + 3);
    return [
      ...own.map((startsOn) => ({ startsOn, months: 1 as const })),
      ...own.slice(0, 1).map((startsOn) => ({ startsOn, months: 3 as const })),
    ];
  });
  return [...quarters, ...months.slice(0, 1).map((startsOn) => ({ startsOn, months: 12 as const }))];
}

function cellOf(
  measure: MeasureRow,
  rows: readonly FigureRow[],
  { startsOn, months }: YearPage["stretches"][number],
  weights: MonthWeights,
): YearCell {
  const of = Array.from({ length: months }, (_, ahead) => addMonths(startsOn, ahead));
  const found = figureFor(measure, rows, of, weights);
  return {
    startsOn,
    months,
    amount: found?.amount ?? null,
    from: found?.from ?? null,
    version: found?.from === "set" ? (found.row?.version ?? 0) : 0,
  };
}

const sumOf = (rows: readonly YearRow[], length: number) =>
  Array.from({ length }, (_, place) =>
    gather(
      "sum",
      rows.map(({ cells }) => cells[place]?.amount ?? null),
    ),
  );
