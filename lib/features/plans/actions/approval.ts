import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { addMonths, type CalendarDate, laterOf, monthStart } from "@/lib/domain/calendar-date";
import { findSpan, insertVersion } from "./draw-up";
import type { LockedVersion } from "./lock-version";

/** Hands a draft to whoever approves it. */
export async function submitVersion(scope: Scope, version: LockedVersion): Promise<void> {
  if (version.status !== "draft")
    throw new Refusal(version.status === "submitted" ? "plan-submitted" : "plan-approved");
  if (version.cells === 0 && !(await findSpan(scope, version.id))) throw new Refusal("plan-empty");
  await scope.db.$executeRaw`
    update plan_version set status = 'submitted', submitted_by = app.member(), submitted_at = now() where id = ${version.id}::uuid`;
}

/**
 * From that day on the version decides attainment (domain.md 13.15): absent, from the plan's first day, or, where another version stood before,
 * from the running month. Answers the day.
 */
export async function putInForce(
  scope: Scope,
  version: LockedVersion,
  asked: CalendarDate | undefined,
): Promise<{ inForceFrom: CalendarDate }> {
  if (version.status !== "submitted") throw new Refusal("changed-meanwhile");
  if (version.memberId === scope.member.id && !scope.roles.includes("director")) throw new Refusal("plan-own-approval");
  const usual = version.number === 1 ? version.startsOn : laterOf(version.startsOn, monthStart(scope.today));
  const from = asked ?? usual;
  const [standing] = await scope.db.$queryRaw<{ from: string | null }[]>`
    select max(in_force_from)::text "from" from plan_version where plan_id = ${version.planId}::uuid and status = 'approved'`;
  // What stands in force stays so for the months that it has decided.
  if (from < laterOf(version.startsOn, standing?.from ?? "") || from >= addMonths(version.startsOn, 12))
    throw new Refusal("invalid", { fields: { inForceFrom: "plan-outside-year" } });
  await scope.db.$executeRaw`
    update plan_version set status = 'superseded' where plan_id = ${version.planId}::uuid and status = 'approved' and in_force_from >= ${from}::date`;
  await scope.db.$executeRaw`
    update plan_version set status = 'approved', in_force_from = ${from}::date, approved_by = app.member(), approved_at = now()
    where id = ${version.id}::uuid`;
  return { inForceFrom: from };
}

/** Months that are over keep what the approved version said: only what is still ahead is planned anew. */
export async function reviseVersion(
  scope: Scope,
  version: LockedVersion,
  reason: string,
): Promise<{ versionId: string }> {
  const [latest] = await scope.db.$queryRaw<{ number: number; open: boolean }[]>`
    select max(number)::int number, bool_or(status in ('draft', 'submitted')) open from plan_version where plan_id = ${version.planId}::uuid`;
  if (!latest || latest.open) throw new Refusal("plan-draft-there");
  const month = monthStart(scope.today);
  const keptBefore = month > version.startsOn ? month : null;
  const { planId, memberId, figure } = version;
  const versionId = await insertVersion(scope, {
    planId,
    memberId,
    number: latest.number + 1,
    figure,
    rule: { ...version.rule, keptBefore },
    reason,
  });
  await scope.db.$executeRaw`select app.copy_plan_version(${version.id}::uuid, ${versionId}::uuid)`;
  return { versionId };
}
