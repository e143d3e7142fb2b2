import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, monthStart } from "@/lib/domain/calendar-date";
import { monthsOf, periodOf } from "@/lib/domain/fiscal-year";
import { type MeasureRow as DomainRow, scorecard } from "@/lib/domain/kpi";
import { sumOf } from "@/lib/domain/money";
import type { FigureRow, Subject } from "./queries/figures";
import { digitsOf, listMeasures, type MeasureRow } from "./queries/measures";
import { monthWeights } from "./queries/month-weights";
import { listScores, type Score, subjectKey } from "./queries/scores";
import { type Choice, chooseSubject } from "./queries/subjects";
import type { TargetFilter } from "./schema";

/** A line of a scorecard. Points and coefficient: hundredths of a per cent. `ofMembers`: what the targets of the team's people come to. */
export type ScoreRow = {
  measure: MeasureRow;
  digits: number;
  fact: bigint | null;
  target: { amount: bigint; from: "set" | "gathered" | "part" } | null;
  /** The target as it was set for just this stretch, to change it. */
  set: FigureRow | null;
  entered: FigureRow | null;
  points: bigint | null;
  coefficient: bigint | null;
  weight: number;
  history: (bigint | null)[];
  ofMembers: bigint | null;
};

export type TargetPage = {
  today: string;
  currency: string;
  filter: { span: TargetFilter["span"]; at: CalendarDate; subject: Subject["kind"]; of: string };
  months: CalendarDate[];
  periods: CalendarDate[];
  name: string;
  rows: ScoreRow[];
  score: bigint | null;
  missingWeight: number;
  people: Choice[];
  teams: Choice[];
  /** The people of the same period side by side, for who leads any. */
  side: { id: string; name: string; score: bigint | null; cells: { points: bigint | null; fact: bigint | null }[] }[];
  measures: MeasureRow[];
  may: { edit: boolean; enter: boolean; catalogue: boolean };
};

/** R42: what is asked of a person, team or client and what has become of it; for who leads, the people beside one another. */
export const loadTargets = query("client:read", async function loadTargets(scope, filter: TargetFilter) {
  return readTargets(scope, filter);
});

export async function readTargets(scope: Scope, filter: TargetFilter): Promise<TargetPage> {
  const { fiscalStartMonth, currency } = scope.company;
  const at = filter.at ?? monthStart(scope.today);
  const months = monthsOf(periodOf(filter.span, at, fiscalStartMonth), fiscalStartMonth);
  const first = months[0] ?? at;
  const behind = Array.from({ length: 12 }, (_, back) => addMonths(months.at(-1) ?? at, back - 11)).filter(
    (month) => !months.includes(month),
  );
  const all = await listMeasures(scope);
  const measures = all.filter(({ archived }) => !archived);
  const { people, teams, ...subject } = await chooseSubject(scope, filter);
  const own: Subject = { kind: subject.kind, id: subject.id };
  const members =
    subject.kind === "team" ? people.filter((one) => one.team === subject.id) : people.length > 1 ? people : [];
  const weights = await monthWeights(scope);
  const scores = await listScores(scope, [own], { measures, all, months, behind, weights });
  const beside = members.map(({ id }): Subject => ({ kind: "member", id }));
  const others = await listScores(scope, beside, { measures, all, months, weights });
  const card = rated(scores.get(subjectKey(own)) ?? []);
  return {
    today: scope.today,
    currency,
    filter: { span: filter.span, at: first, subject: subject.kind, of: subject.id },
    months: [...behind, ...months],
    periods: Array.from(
      { length: 6 },
      (_, back) =>
        monthsOf(
          periodOf(filter.span, addMonths(scope.today, (1 - back) * months.length), fiscalStartMonth),
          fiscalStartMonth,
        )[0] ?? first,
    ),
    name: subject.name,
    rows: (scores.get(subjectKey(own)) ?? []).map((score, place) =>
      rowOf(score, card.rows[place], currency, months, beside, others),
    ),
    score: card.score,
    missingWeight: card.missingWeight,
    people,
    teams,
    side: members.map(({ id, name }) => {
      const theirs = rated(others.get(`member:${id}`) ?? []);
      return { id, name, score: theirs.score, cells: theirs.rows.map(({ points, fact }) => ({ points, fact })) };
    }),
    measures,
    may: { edit: scope.can("target:edit"), enter: scope.can("value:enter"), catalogue: scope.can("dictionary:edit") },
  };
}

/** Scores of one subject with their points, and what they come to together. */
export const rated = (scores: readonly Score[]) =>
  scorecard(
    scores.map(({ measure, fact, target, weight }) => ({
      id: measure.id,
      direction: measure.direction,
      rule: measure.rule,
      weight,
      fact,
      target: target?.amount ?? null,
    })),
  );

function rowOf(
  score: Score,
  rating: DomainRow | undefined,
  currency: string,
  months: readonly CalendarDate[],
  beside: readonly Subject[],
  others: ReadonlyMap<string, Score[]>,
): ScoreRow {
  const { measure, target } = score;
  const theirs = beside.flatMap(
    (one) => others.get(subjectKey(one))?.find((row) => row.measure.id === measure.id)?.target?.amount ?? [],
  );
  return {
    measure,
    digits: digitsOf(measure, currency),
    fact: score.fact,
    target: target && { amount: target.amount, from: target.from },
    set: target?.from === "set" && target.row?.startsOn === months[0] ? target.row : null,
    entered: score.entered,
    points: rating?.points ?? null,
    coefficient: rating?.coefficient ?? null,
    weight: score.weight,
    history: [...score.history.map(({ value }) => value), score.fact].slice(-12),
    ofMembers: theirs.length === 0 || measure.gathering !== "sum" ? null : sumOf(theirs),
  };
}
