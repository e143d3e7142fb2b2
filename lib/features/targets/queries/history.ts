import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, monthStart } from "@/lib/domain/calendar-date";
import { monthsOf, periodOf } from "@/lib/domain/fiscal-year";
import { monthsOfSpan } from "@/lib/domain/kpi-target";
import { rated } from "../queries";
import type { TargetFilter } from "../schema";
import type { Subject } from "./figures";
import { digitsOf, listMeasures, type MeasureRow } from "./measures";
import { readScores } from "./scores";
import { type Choice, chooseSubject } from "./subjects";

type Cell = { fact: bigint | null; target: bigint | null; points: bigint | null };
export type HistoryPage = {
  currency: string;
  today: CalendarDate;
  filter: { span: TargetFilter["span"]; at: CalendarDate; subject: Subject["kind"]; of: string };
  name: string;
  people: Choice[];
  teams: Choice[];
  /** First months of the periods, the oldest first. */
  periods: CalendarDate[];
  rows: { measure: MeasureRow; digits: number; cells: Cell[] }[];
  scores: (bigint | null)[];
  /** Of a team: the scores of its people of today. */
  members: { id: string; name: string; scores: (bigint | null)[] }[];
};

const SHOWN = { month: 12, quarter: 8, year: 4 } as const;

/** R42: what became of the targets of past periods, the running one included. */
export const loadTargetHistory = query(
  "client:read",
  async function loadTargetHistory(scope, filter: TargetFilter): Promise<HistoryPage> {
    return readTargetHistory(scope, filter);
  },
);

export async function readTargetHistory(scope: Scope, filter: TargetFilter): Promise<HistoryPage> {
  const { fiscalStartMonth, currency } = scope.company;
  const { span } = filter;
  const length = monthsOfSpan[span];
  const [last = scope.today] = monthsOf(periodOf(span, monthStart(scope.today), fiscalStartMonth), fiscalStartMonth);
  const periods = Array.from({ length: SHOWN[span] }, (_, back) => addMonths(last, (back + 1 - SHOWN[span]) * length));
  const all = await listMeasures(scope);
  const measures = all.filter(({ archived }) => !archived);
  const { people, teams, name, ...chosen } = await chooseSubject(scope, filter);
  const subject: Subject = { kind: chosen.kind, id: chosen.id };
  const members = subject.kind === "team" ? people.filter(({ team }) => team === subject.id) : [];
  const beside = members.map(({ id }): Subject => ({ kind: "member", id }));
  const scores = await readScores(scope, [subject, ...beside], {
    measures,
    all,
    from: periods[0] ?? last,
    to: addMonths(last, length),
  });
  const cards = (one: Subject) =>
    periods.map((at) =>
      rated(
        scores.of(
          one,
          Array.from({ length }, (_, ahead) => addMonths(at, ahead)),
        ),
      ),
    );
  const own = cards(subject);
  return {
    currency,
    today: scope.today,
    filter: { span, at: last, subject: subject.kind, of: subject.id },
    name,
    people,
    teams,
    periods,
    rows: measures.map((measure, place) => ({
      measure,
      digits: digitsOf(measure, currency),
      cells: own.map(({ rows }) => ({
        fact: rows[place]?.fact ?? null,
        target: rows[place]?.target ?? null,
        points: rows[place]?.points ?? null,
      })),
    })),
    scores: own.map(({ score }) => score),
    members: members.map((one, place) => ({
      id: one.id,
      name: one.name,
      scores: cards(beside[place] ?? subject).map(({ score }) => score),
    })),
  };
}
