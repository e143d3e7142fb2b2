import type { Scope } from "@/lib/access/scope";
import { together } from "@/lib/access/together";
import { addDays, type CalendarDate } from "@/lib/domain/calendar-date";
import { listMonths } from "@/lib/domain/closed-months";
import type { PayPeriod } from "@/lib/domain/pay/pay-period";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { contains } from "@/lib/domain/period";
import type { Subject } from "@/lib/features/targets/queries/figures";
import { digitsOf, listMeasures, type MeasureRow } from "@/lib/features/targets/queries/measures";
import { readScores } from "@/lib/features/targets/queries/scores";
import type { SlipMeasure } from "../slip-content";
import { readMeasureName } from "../terms";

/** Terms of a person, of which the KPI matrices count here. */
type Holder = { memberId: string; terms: PayPlan };

const namesIn = (terms: PayPlan): string[] => [
  ...new Set(terms.components.flatMap((one) => (one.kind === "kpi" ? one.measures.map(({ id }) => id) : []))),
];

/** A slip's measure with what it stands for: in which measure, and whose facts count in a month. */
export type ReadMeasure = { told: SlipMeasure; measure: MeasureRow; idsIn: (month: CalendarDate) => readonly string[] };
export type MeasureReader = (memberId: string, terms: PayPlan, period: PayPeriod) => ReadMeasure[];

/**
 * Facts and targets of the KPI matrices of these terms in any period of [from, to): of the person's own figure, or of the team's that the person leads on the
 * period's last day. Read once, in three statements at most; in none where nobody has a matrix.
 */
export async function readSlipMeasures(
  scope: Scope,
  holders: readonly Holder[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<MeasureReader> {
  const withMatrix = holders.filter(({ terms }) => namesIn(terms).length > 0);
  const names = new Set(withMatrix.flatMap(({ terms }) => namesIn(terms)));
  if (names.size === 0) return () => [];
  const wanted = new Set([...names].map((name) => readMeasureName(name).measureId));
  const who = [...new Set(withMatrix.map(({ memberId }) => memberId))];
  const ofTeams = [...names].some((name) => name.startsWith("team:"));
  const [all, led] = await together<Scope, [MeasureRow[], Led[]]>(scope, (batch) => [
    listMeasures(batch),
    ofTeams ? listLedTeams(batch, who, from, to) : Promise.resolve([]),
  ]);
  const subjects: Subject[] = [
    ...who.map((id): Subject => ({ kind: "member", id })),
    ...[...new Set(led.map(({ teamId }) => teamId))].map((id): Subject => ({ kind: "team", id })),
  ];
  const scores = await readScores(scope, subjects, { measures: all.filter(({ id }) => wanted.has(id)), all, from, to });

  return (memberId, terms, period) => {
    const months = listMonths({ from: period.startsOn, to: period.endsOn });
    const lastDay = addDays(period.endsOn, -1);
    const team = led.find((one) => one.memberId === memberId && contains(one, lastDay))?.teamId;
    return namesIn(terms).flatMap((name): ReadMeasure[] => {
      const { of, measureId } = readMeasureName(name);
      const measure = all.find(({ id }) => id === measureId);
      if (!measure) return [];
      const subject: Subject | null =
        of === "own" ? { kind: "member", id: memberId } : team ? { kind: "team", id: team } : null;
      const score = subject && scores.of(subject, months).find((found) => found.measure.id === measureId);
      const { nameRu: ru, nameEn: en, unit } = measure;
      const digits = digitsOf(measure, scope.company.currency);
      const [fact, target] = [score?.fact ?? null, score?.target?.amount ?? null];
      const idsIn = (month: CalendarDate) => (subject ? scores.idsIn(subject, month) : []);
      return [{ told: { name, ru, en, unit, digits, fact, target }, measure, idsIn }];
    });
  };
}

type Led = { memberId: string; teamId: string; startsOn: CalendarDate; endsOn: CalendarDate | null };

/** Teams that people lead at some time in [from, to), the first one of each first. */
async function listLedTeams(
  { db }: Scope,
  who: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<Led[]> {
  return db.$queryRaw<Led[]>`
    select member_id::text "memberId", team_id::text "teamId", starts_on::text "startsOn", ends_on::text "endsOn" from team_member
    where role = 'lead' and member_id = any(${[...who]}::uuid[]) and starts_on < ${to}::date and (ends_on is null or ends_on > ${from}::date)
    order by member_id, starts_on, team_id`;
}
