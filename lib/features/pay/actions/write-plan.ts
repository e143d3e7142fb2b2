import type { z } from "zod";
import { type ErrorCode, Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { currencyExponent } from "@/lib/domain/money";
import { payPeriodAt } from "@/lib/domain/pay/pay-period";
import { faultField, payPlanFaults } from "@/lib/domain/pay/pay-plan";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import { plainOf } from "../plain";
import type { activateInput, assignPlanInput, discardInput, planInput } from "../schema";

/** Writes the draft of a plan, a new plan's first or the next of one that is in force. Faults are told at the field that has them. */
export async function writeDraft(scope: Scope, input: z.output<typeof planInput>): Promise<Draft> {
  const faults = payPlanFaults(input.terms);
  if (faults.length > 0) {
    const fields = Object.fromEntries(
      // The first fault of a field is the one to mend first.
      faults.toReversed().map((one) => [faultField(one), `pay-${one.fault}` as ErrorCode]),
    );
    throw new Refusal("invalid", { fields });
  }
  const { db } = scope;
  const [same] = await db.$queryRaw<
    { id: string }[]
  >`select id::text from pay_plan where name = ${input.name} and id::text <> ${input.id}`;
  if (same) throw new Refusal("invalid", { fields: { name: "name-taken" } });
  if (input.id === "") {
    const [plan] = await db.$queryRaw<
      { id: string }[]
    >`insert into pay_plan (name, kind, months) values (${input.name}, ${input.kind}, ${input.months}) returning id::text`;
    return addVersion(scope, plan?.id ?? "", input);
  }
  const kept = await db.$executeRaw`update pay_plan set name = ${input.name}, kind = ${input.kind}
    where id = ${input.id}::uuid and months = ${input.months} and archived_at is null`;
  if (kept === 0) throw new Refusal("not-found");
  if (input.version === 0) return addVersion(scope, input.id, input);
  const [draft] = await db.$queryRaw<Draft[]>`
    update pay_plan_version set terms = ${plainOf(input.terms)}::jsonb, package = ${plainOf(input.package)}::jsonb
    where plan_id = ${input.id}::uuid and status = 'draft' and version = ${input.version} returning plan_id::text id, id::text "versionId", version`;
  if (!draft) throw new Refusal("changed-meanwhile");
  return draft;
}

/** A draft: its plan, itself, and the version that the next change of it names. */
type Draft = { id: string; versionId: string; version: number };

/** The next version, where no other draft is being written. */
async function addVersion(
  { db }: Scope,
  planId: string,
  { terms, package: items }: Pick<z.output<typeof planInput>, "terms" | "package">,
): Promise<Draft> {
  const [made] = await db.$queryRaw<Draft[]>`
    insert into pay_plan_version (plan_id, number, terms, package)
    select ${planId}::uuid, coalesce(max(number), 0) + 1, ${plainOf(terms)}::jsonb, ${plainOf(items)}::jsonb from pay_plan_version where plan_id = ${planId}::uuid
    having count(*) filter (where status = 'draft') = 0 returning plan_id::text id, id::text "versionId", version`;
  if (!made) throw new Refusal("changed-meanwhile");
  return made;
}

/** Switches a draft on from a month: later than the terms that are in force, by quarter with a quarter, and not where its people's slips are closed. */
export async function switchOn(
  { db, company }: Scope,
  { versionId, version, from }: z.output<typeof activateInput>,
): Promise<void> {
  const [draft] = await db.$queryRaw<
    { planId: string; months: 1 | 3; version: number; later: boolean; closed: boolean }[]
  >`
    select p.id::text "planId", p.months::int, v.version,
      exists (select from pay_plan_version o where o.plan_id = p.id and o.in_force_from >= ${from}::date) as later,
      exists (select from pay_assignment a join pay_slip s on s.member_id = a.member_id and s.status = 'closed' and s.starts_on + make_interval(months => s.months) > ${from}::date
        where a.plan_id = p.id and (a.ends_on is null or a.ends_on > ${from}::date)) as closed
    from pay_plan_version v join pay_plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id where v.id = ${versionId}::uuid for update of v`;
  if (!draft) throw new Refusal("not-found");
  if (payPeriodAt(from, draft.months, company.fiscalStartMonth).startsOn !== from)
    throw new Refusal("invalid", { fields: { from: "quarter-start" } });
  if (draft.later) throw new Refusal("invalid", { fields: { from: "pay-from-order" } });
  if (draft.closed) throw new Refusal("invalid", { fields: { from: "pay-closed" } });
  const done = await db.$executeRaw`
    update pay_plan_version set status = 'active', in_force_from = ${from}::date where id = ${versionId}::uuid and version = ${version} and status = 'draft'`;
  if (done === 0) throw new Refusal("changed-meanwhile");
}

/** Throws a draft away; a plan that never had other terms goes with it. */
export async function discardDraft(
  { db, now }: Scope,
  { versionId, version }: z.output<typeof discardInput>,
): Promise<void> {
  const [gone] = await db.$queryRaw<{ planId: string }[]>`
    delete from pay_plan_version where id = ${versionId}::uuid and version = ${version} and status = 'draft' returning plan_id::text "planId"`;
  if (gone) {
    await db.$executeRaw`update pay_plan set archived_at = ${now}
      where id = ${gone.planId}::uuid and not exists (select from pay_plan_version v where v.plan_id = pay_plan.id)`;
    return;
  }
  const [there] = await db.$queryRaw<
    { status: string }[]
  >`select status from pay_plan_version where id = ${versionId}::uuid`;
  throw new Refusal(!there ? "not-found" : there.status === "active" ? "pay-plan-active" : "changed-meanwhile");
}

/** Gives a person a plan from a month on. A quarter's plan begins and ends with a quarter, and what is closed stays as it was. */
export async function givePlan(
  scope: Scope,
  { memberId, planId, from, base }: z.output<typeof assignPlanInput>,
): Promise<void> {
  const { db, company } = scope;
  const [person] = await db.$queryRaw<{ id: string }[]>`select id::text from member where id = ${memberId}::uuid`;
  if (!person) throw new Refusal("not-found");
  const plans = await db.$queryRaw<{ id: string; months: 1 | 3 }[]>`
    select id::text, months::int from pay_plan where (id = ${planId || null}::uuid and archived_at is null) or id in (select plan_id from pay_assignment
      where member_id = ${memberId}::uuid and starts_on < ${from}::date and (ends_on is null or ends_on > ${from}::date)) for share`;
  if (planId && !plans.some(({ id }) => id === planId)) throw new Refusal("not-found");
  if (plans.some(({ months }) => payPeriodAt(from, months, company.fiscalStartMonth).startsOn !== from))
    throw new Refusal("invalid", { fields: { from: "quarter-start" } });
  const amount = base === "" ? null : typedAmount(base, currencyExponent(company.currency), markOf(scope.locale));
  if (base !== "" && (amount === null || amount < 0n))
    throw new Refusal("invalid", { fields: { base: "not-a-number" } });
  const [closed] = await db.$queryRaw<{ id: string }[]>`
    select id::text from pay_slip where member_id = ${memberId}::uuid and status = 'closed' and starts_on + make_interval(months => months) > ${from}::date limit 1`;
  if (closed) throw new Refusal("invalid", { fields: { from: "pay-closed" } });
  await db.$executeRaw`delete from pay_assignment where member_id = ${memberId}::uuid and starts_on >= ${from}::date`;
  await db.$executeRaw`
    update pay_assignment set ends_on = ${from}::date where member_id = ${memberId}::uuid and starts_on < ${from}::date and (ends_on is null or ends_on > ${from}::date)`;
  if (planId)
    await db.$executeRaw`insert into pay_assignment (member_id, plan_id, starts_on, base) values (${memberId}::uuid, ${planId}::uuid, ${from}::date, ${amount})`;
}
