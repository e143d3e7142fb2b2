import type { Scope } from "@/lib/access/scope";
import { listMonths } from "@/lib/domain/closed-months";
import type { PayPeriod } from "@/lib/domain/pay/pay-period";
import type { Subject } from "@/lib/features/targets/queries/figures";
import { digitsOf, listMeasures } from "@/lib/features/targets/queries/measures";
import { listScores, subjectKey } from "@/lib/features/targets/queries/scores";
import type { SlipMeasure } from "../slip-content";
import { readMeasureName } from "../terms";
import type { TermsInForce } from "./terms";

const namesIn = ({ terms }: Pick<TermsInForce, "terms">): string[] =>
  terms.components.flatMap((one) => (one.kind === "kpi" ? one.measures.map(({ id }) => id) : []));

/** Facts and targets of the KPI matrices of these terms, by member; of the person's own or of the team that the person leads on the last day. */
export async function listSlipMeasures(
  scope: Scope,
  terms: readonly Pick<TermsInForce, "memberId" | "terms">[],
  period: PayPeriod,
): Promise<Map<string, SlipMeasure[]>> {
  const names = new Set(terms.flatMap(namesIn));
  if (names.size === 0) return new Map();
  const all = await listMeasures(scope);
  const wanted = new Set([...names].map((name) => readMeasureName(name).measureId));
  const led = [...names].some((name) => name.startsWith("team:"))
    ? await listLedTeams(scope, terms, period)
    : new Map<string, string>();
  const subjects: Subject[] = [
    ...terms.map(({ memberId }): Subject => ({ kind: "member", id: memberId })),
    ...[...new Set(led.values())].map((id): Subject => ({ kind: "team", id })),
  ];
  const months = listMonths({ from: period.startsOn, to: period.endsOn });
  const scores = await listScores(scope, subjects, { measures: all.filter(({ id }) => wanted.has(id)), all, months });
  return new Map(
    terms.map((one) => [
      one.memberId,
      namesIn(one).flatMap((name): SlipMeasure[] => {
        const { of, measureId } = readMeasureName(name);
        const team = led.get(one.memberId);
        const subject: Subject | null =
          of === "own" ? { kind: "member", id: one.memberId } : team ? { kind: "team", id: team } : null;
        const measure = all.find(({ id }) => id === measureId);
        if (!measure) return [];
        const score = subject && scores.get(subjectKey(subject))?.find((found) => found.measure.id === measureId);
        const digits = digitsOf(measure, scope.company.currency);
        const { nameRu: ru, nameEn: en, unit } = measure;
        return [{ name, ru, en, unit, digits, fact: score?.fact ?? null, target: score?.target?.amount ?? null }];
      }),
    ]),
  );
}

async function listLedTeams(
  { db }: Scope,
  terms: readonly Pick<TermsInForce, "memberId" | "terms">[],
  period: PayPeriod,
): Promise<Map<string, string>> {
  const who = terms.map(({ memberId }) => memberId);
  const rows = await db.$queryRaw<{ member: string; team: string }[]>`
    select distinct on (member_id) member_id::text as member, team_id::text as team from team_member
    where role = 'lead' and member_id = any(${who}::uuid[]) and starts_on < ${period.endsOn}::date and (ends_on is null or ends_on >= ${period.endsOn}::date)
    order by member_id, starts_on, team_id`;
  return new Map(rows.map(({ member, team }) => [member, team]));
}
