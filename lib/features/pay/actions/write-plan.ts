import type { z } from "zod";
import { type ErrorCode, Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { currencyExponent } from "@/lib/domain/money";
import { payPeriodAt } from "@/lib/domain/pay/pay-period";
import { payPlanFaults } from "@/lib/domain/pay/pay-plan";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import { plainOf } from "../plain";
import type { activateInput, assignPlanInput, planInput } from "../schema";

/** Writes the draft of a plan, a new plan's first or the next of one that is in force. Faults are told at the component that has them. */
export async function writeDraft(
  scope: Scope,
  input: z.output<typeof planInput>,
): Promise<{ id: string; versionId: string }> {
  const faults = payPlanFaults(input.terms);
  if (faults.length > 0) {
    const fields = Object.fromEntries(
      faults.map(({ component, fault }) => [
        component ? `component.${component}` : "terms",
        `pay-${fault}` as ErrorCode,
      ]),
    );
    throw new Refusal("invalid", { fields });
  }
  const { db } = scope;
  const terms = plainOf(input.terms);
  const extra = plainOf(input.package);
  if (input.id === "") {
    const [plan] = await db.$queryRaw<
      { id: string }[]
    >`insert into pay_plan (name, kind, months) values (${input.name}, ${input.kind}, ${input.months}) returning id::text`;
    return { id: plan?.id ?? "", versionId: await addVersion(scope, plan?.id ?? "", terms, extra) };
  }
  const kept = await db.$executeRaw`update pay_plan set name = ${input.name}, kind = ${input.kind}
    where id = ${input.id}::uuid and months = ${input.months}`;
  if (kept === 0) throw new Refusal("not-found");
  if (input.version === 0) return { id: input.id, versionId: await addVersion(scope, input.id, terms, extra) };
  const [draft] = await db.$queryRaw<{ id: string }[]>`
    update pay_plan_version set terms = ${terms}::jsonb, package = ${extra}::jsonb where plan_id = ${input.id}::uuid and status = 'draft' and version = ${input.version} returning id::text`;
  if (!draft) throw new Refusal("changed-meanwhile");
  return { id: input.id, versionId: draft.id };
}

async function addVersion({ db }: Scope, planId: string, terms: string, extra: string): Promise<string> {
  const [made] = await db.$queryRaw<{ id: string }[]>`
    insert into pay_plan_version (plan_id, number, terms, package)
    select ${planId}::uuid, coalesce(max(number), 0) + 1, ${terms}::jsonb, ${extra}::jsonb from pay_plan_version where plan_id = ${planId}::uuid returning id::text`;
  return made?.id ?? "";
}

/** Switches a draft on from a month. From then on its terms stay as they are. */
export async function switchOn(
  { db }: Scope,
  { versionId, version, from }: z.output<typeof activateInput>,
): Promise<void> {
  const done = await db.$executeRaw`
    update pay_plan_version set status = 'active', in_force_from = ${from}::date where id = ${versionId}::uuid and version = ${version} and status = 'draft'`;
  if (done > 0) return;
  const [there] = await db.$queryRaw<
    { id: string }[]
  >`select id::text from pay_plan_version where id = ${versionId}::uuid`;
  throw new Refusal(there ? "changed-meanwhile" : "not-found");
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
    select id::text, months::int from pay_plan where id = ${planId || null}::uuid or id in (select plan_id from pay_assignment
      where member_id = ${memberId}::uuid and starts_on < ${from}::date and (ends_on is null or ends_on > ${from}::date))`;
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
