import { query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, monthStart } from "@/lib/domain/calendar-date";
import { monthsOf, periodOf } from "@/lib/domain/fiscal-year";
import type { RowFilter } from "../schema";
import { type ClientFactRow, type Fact, type FactName, type Facts, factKey, listFactRows } from "./facts";
import type { FigureRow, Subject } from "./figures";
import { madeOf, measuresIn } from "./measure-value";
import { digitsOf, listMeasures, type MeasureRow } from "./measures";
import { listScores, type Score, subjectKey } from "./scores";
import { chooseSubject } from "./subjects";

/** What one client (or, of a client's own figure, one month) adds to a computed measure: both sides of each of its facts. */
export type FactLine = {
  key: string;
  member: { id: string; name: string } | null;
  client: { id: string; label: string | null; reached: boolean } | null;
  month: CalendarDate | null;
  facts: Partial<Record<FactName, Fact>>;
};

export type RowsPage = {
  filter: { span: RowFilter["span"]; at: CalendarDate; subject: Subject["kind"]; of: string };
  name: string;
  currency: string;
  today: CalendarDate;
  measure: MeasureRow;
  digits: number;
  value: bigint | null;
  /** First month and the month after the last of those that make the value; null when none does. */
  counted: { from: CalendarDate; to: CalendarDate } | null;
  content:
    | { kind: "facts"; lines: FactLine[]; total: Partial<Record<FactName, Fact>>; facts: readonly FactName[] }
    | { kind: "parts"; parts: { measure: MeasureRow; digits: number; value: bigint | null }[] }
    | { kind: "entered"; figures: FigureRow[] };
};

/** The rows that a figure of the scorecard was added up from (at most eight statements). */
export const loadTargetRows = query(
  "client:read",
  async function loadTargetRows(scope, filter: RowFilter): Promise<RowsPage> {
    return readTargetRows(scope, filter);
  },
);

export async function readTargetRows(scope: Scope, filter: RowFilter): Promise<RowsPage> {
  const { fiscalStartMonth, currency } = scope.company;
  const at = filter.at ?? monthStart(scope.today);
  const months = monthsOf(periodOf(filter.span, at, fiscalStartMonth), fiscalStartMonth);
  const all = await listMeasures(scope);
  const measure = all.find(({ id }) => id === filter.measure);
  const { people, name, kind, id } = await chooseSubject(scope, filter);
  const subject: Subject = { kind, id };
  if (!measure) throw new Refusal("not-found");
  const parts = measuresIn(measure, all);
  const asked = measure.kind === "formula" ? [measure, ...parts] : [measure];
  const scores = (await listScores(scope, [subject], { measures: asked, all, months })).get(subjectKey(subject)) ?? [];
  const own = scores.find((one) => one.measure.id === measure.id);
  const content = await contentOf(scope, { measure, subject, own, scores, people });
  const counted = own?.counted.map(({ month }) => month).toSorted() ?? [];
  return {
    filter: { span: filter.span, at: months[0] ?? at, subject: subject.kind, of: subject.id },
    name,
    currency,
    today: scope.today,
    measure,
    digits: digitsOf(measure, currency),
    value: own?.fact ?? null,
    counted: counted[0] === undefined ? null : { from: counted[0], to: addMonths(counted.at(-1) ?? counted[0], 1) },
    content,
  };
}

type Found = {
  measure: MeasureRow;
  subject: Subject;
  own: Score | undefined;
  scores: readonly Score[];
  people: readonly { id: string; name: string }[];
};

async function contentOf(scope: Scope, found: Found): Promise<RowsPage["content"]> {
  const { measure, subject, own, scores } = found;
  if (measure.kind === "entered") return { kind: "entered", figures: own?.values ?? [] };
  if (measure.kind === "formula")
    return {
      kind: "parts",
      parts: scores
        .filter((one) => one.measure.id !== measure.id)
        .map((one) => ({
          measure: one.measure,
          digits: digitsOf(one.measure, scope.company.currency),
          value: one.fact,
        })),
    };
  const facts = madeOf[measure.code] ?? [];
  const counted = own?.counted ?? [];
  const each =
    subject.kind === "client"
      ? counted.map(({ month }) => monthLine(subject.id, month, facts, own?.facts ?? new Map()))
      : await clientLines(scope, found, facts);
  const lines = each.filter((line) => facts.some((fact) => !isNothing(line.facts[fact], fact)));
  const total = Object.fromEntries(
    facts.map((fact): [FactName, Fact] => [
      fact,
      lines.reduce((sum, line) => plus(sum, line.facts[fact]), { top: 0n, bottom: 0n }),
    ]),
  );
  return { kind: "facts", lines, total, facts };
}

const plus = (a: Fact, b: Fact | undefined): Fact => (b ? { top: a.top + b.top, bottom: a.bottom + b.bottom } : a);
const isNothing = (one: Fact | undefined, fact: FactName) =>
  one === undefined || (one.top === 0n && (fact !== "on_cadence" && fact !== "retention" ? true : one.bottom === 0n));

function monthLine(id: string, month: CalendarDate, facts: readonly FactName[], known: Facts): FactLine {
  const found = facts.flatMap((fact): [FactName, Fact][] => {
    const one = known.get(factKey(id, month, fact));
    return one ? [[fact, one]] : [];
  });
  return { key: month, member: null, client: null, month, facts: Object.fromEntries(found) };
}

/** The clients of the people who count in each month; of a team with whose they are. The largest first. */
async function clientLines(
  scope: Scope,
  { own, subject, people }: Found,
  facts: readonly FactName[],
): Promise<FactLine[]> {
  const counted = own?.counted ?? [];
  const months = counted.map(({ month }) => month).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const who = [...new Set(counted.flatMap(({ ids }) => ids))];
  const rows = (await listFactRows(scope, who, facts, first, addMonths(last, 1))).filter(({ month, member }) =>
    counted.some((one) => one.month === month && one.ids.includes(member)),
  );
  const lines = new Map<string, FactLine>();
  for (const row of rows) {
    const key = `${row.member} ${row.client}`;
    const line = lines.get(key) ?? lineOf(key, row, subject, people);
    lines.set(key, {
      ...line,
      facts: { ...line.facts, [row.fact]: plus({ top: row.top, bottom: row.bottom }, line.facts[row.fact]) },
    });
  }
  const main = facts[0] ?? "revenue";
  const size = (line: FactLine) => line.facts[main]?.top ?? 0n;
  return [...lines.values()].sort((a, b) => (size(a) === size(b) ? 0 : size(a) > size(b) ? -1 : 1));
}

function lineOf(key: string, row: ClientFactRow, subject: Subject, people: Found["people"]): FactLine {
  const name = people.find(({ id }) => id === row.member)?.name;
  return {
    key,
    member: subject.kind === "team" ? { id: row.member, name: name ?? "" } : null,
    client: { id: row.client, label: row.label, reached: row.reached },
    month: null,
    facts: {},
  };
}
