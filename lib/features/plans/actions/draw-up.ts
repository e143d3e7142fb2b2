import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { apportion } from "@/lib/domain/largest-remainder";
import { sumOf } from "@/lib/domain/money";
import { bookDay, listBookClients, listHistory, listWorkdays, sumHistory } from "../queries/book-basis";
import { type FigureSpan, figureSpans, type PlanKind, type PlanRule } from "../schema";
import { planMonths } from "../year";
import { lockVersion } from "./lock-version";
import { resplit } from "./write-cells";

/** Spans of a plan without clients, by the word of the form. */
export const spans = { month: 1, quarter: 3, year: 12 } as const satisfies Record<string, FigureSpan>;

/** A plan is for somebody whose figure it can be: a team's for its lead, the company's for a director. Out of reach is not found. */
export async function checkHolder(scope: Scope, kind: PlanKind, memberId: string): Promise<void> {
  const [row] = await scope.db.$queryRaw<{ fits: boolean }[]>`
    select case ${kind} when 'team' then 'lead' = any(roles) when 'company' then 'director' = any(roles) else true end fits
    from member where id = ${memberId}::uuid and (left_on is null or left_on > ${scope.today}::date)
      and (app.reaches_all() or id = any((select app.subordinate_ids())::uuid[]))`;
  if (!row) throw new Refusal("not-found");
  if (!row.fits) throw new Refusal("invalid", { fields: { kind: "plan-holder" } });
}

/** Adds the plan where there is none, and its next version as a draft. Answers the version's id; refuses where a plan stands already. */
export async function insertPlan(
  scope: Scope,
  plan: { kind: PlanKind; memberId: string; startsOn: CalendarDate; figure: bigint; rule: PlanRule },
): Promise<string> {
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    insert into plan (member_id, kind, starts_on) values (${plan.memberId}::uuid, ${plan.kind}, ${plan.startsOn}::date)
    on conflict (tenant_id, member_id, kind, starts_on) do nothing returning id::text`;
  const planId = made?.id ?? (await findEmptyPlan(scope, plan));
  if (!planId) throw new Refusal("plan-there");
  return insertVersion(scope, { ...plan, planId, number: 1, reason: null });
}

/** The plan of a draft that was thrown away stays, without a version. */
async function findEmptyPlan(
  scope: Scope,
  { kind, memberId, startsOn }: { kind: PlanKind; memberId: string; startsOn: CalendarDate },
): Promise<string | undefined> {
  const [row] = await scope.db.$queryRaw<{ id: string }[]>`
    select p.id::text from plan p where p.member_id = ${memberId}::uuid and p.kind = ${kind} and p.starts_on = ${startsOn}::date
      and not exists (select from plan_version v where v.tenant_id = p.tenant_id and v.plan_id = p.id)`;
  return row?.id;
}

export async function insertVersion(
  scope: Scope,
  one: {
    planId: string;
    memberId: string;
    number: number;
    figure: bigint;
    rule: PlanRule;
    reason: string | null;
  },
): Promise<string> {
  const [row] = await scope.db.$queryRaw<{ id: string }[]>`
    insert into plan_version (plan_id, member_id, number, figure, rule, reason)
    values (${one.planId}::uuid, ${one.memberId}::uuid, ${one.number}, ${one.figure}, ${JSON.stringify(one.rule)}::jsonb, ${one.reason})
    returning id::text`;
  if (!row) throw new Refusal("not-found");
  return row.id;
}

/** Clients × months for a version that has none yet. */
export async function splitAmongClients(scope: Scope, versionId: string): Promise<void> {
  const version = await lockVersion(scope, versionId);
  await resplit(scope, version, { before: new Map(), wanted: new Map(), take: "book" });
}

/** Figures for months, quarters or the year, as the book's history spreads them, else working days. */
export async function splitAmongPeriods(scope: Scope, versionId: string, span: FigureSpan): Promise<void> {
  const { startsOn, memberId, kind, figure, rule } = await lockVersion(scope, versionId);
  const months = planMonths(startsOn);
  const on = bookDay(startsOn, scope.today);
  const book =
    kind === "book"
      ? await listBookClients(scope, { memberId, on })
      : await scope.db.client.findMany({ select: { id: true } });
  const history = sumHistory(
    await listHistory(
      scope,
      book.map(({ id }) => id),
      months,
    ),
    months.length,
  ).map((amount) => (amount > 0n ? amount : 0n));
  const known = rule.profile !== "workdays" && history.some((amount) => amount > 0n);
  const byMonth = apportion(figure, known ? history : (await listWorkdays(scope, months)).map(BigInt));
  const amounts = months.flatMap((_, at) => (at % span === 0 ? [sumOf(byMonth.slice(at, at + span))] : []));
  await writeFigures(scope, { versionId, memberId, startsOn }, amounts);
}

/** By which periods a version without clients is planned; null where it has no figures. */
export async function findSpan(scope: Scope, versionId: string): Promise<FigureSpan | null> {
  const figure = await scope.db.planFigure.findFirst({ where: { versionId }, select: { months: true } });
  return figureSpans.find((span) => span === figure?.months) ?? null;
}

/** Replaces the figures of a version without clients: 12, 4 or 1 of them, null where nothing is planned. */
export async function writeFigures(
  scope: Scope,
  { versionId, memberId, startsOn }: { versionId: string; memberId: string; startsOn: CalendarDate },
  amounts: readonly (bigint | null)[],
): Promise<void> {
  const span = 12 / amounts.length;
  const months = planMonths(startsOn);
  const rows = amounts.flatMap((amount, at) =>
    amount === null ? [] : [{ month: months[at * span], amount: String(amount) }],
  );
  await scope.db.$executeRaw`delete from plan_figure where version_id = ${versionId}::uuid`;
  await scope.db.$executeRaw`
    insert into plan_figure (version_id, member_id, starts_on, months, amount)
    select ${versionId}::uuid, ${memberId}::uuid, n.month, ${span}::int, n.amount
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n(month date, amount bigint)`;
}
