import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { planKinds, planStatuses, storedRule } from "../schema";

const locked = z.object({
  id: z.string(),
  planId: z.string(),
  memberId: z.string(),
  kind: z.enum(planKinds),
  startsOn: z.string(),
  number: z.number(),
  status: z.enum(planStatuses),
  figure: z.string().transform(BigInt),
  rule: storedRule,
  cellsTotal: z.string().transform(BigInt),
  cells: z.number(),
  version: z.number(),
});
export type LockedVersion = z.output<typeof locked>;

/**
 * Holds the version until the transaction ends, so that two people who change the same plan come one after the other. Call it before anything
 * of the plan is read. Refuses what is out of reach.
 */
export async function lockVersion(scope: Scope, id: string): Promise<LockedVersion> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select v.id::text, v.plan_id::text "planId", v.member_id::text "memberId", p.kind, p.starts_on::text "startsOn", v.number, v.status, v.figure::text,
      v.rule, v.cells_total::text "cellsTotal", v.cells, v.version
    from plan_version v join plan p on p.tenant_id = v.tenant_id and p.id = v.plan_id where v.id = ${id}::uuid for update of v`;
  if (!rows[0]) throw new Refusal("not-found");
  return locked.parse(rows[0]);
}

/** The same for a change of what is planned: only a draft may be changed. */
export async function lockDraft(scope: Scope, id: string): Promise<LockedVersion> {
  const version = await lockVersion(scope, id);
  if (version.status === "submitted") throw new Refusal("plan-submitted");
  if (version.status !== "draft") throw new Refusal("plan-approved");
  return version;
}

/** Refuses a form that was filled in before somebody else changed the version. */
export function expectVersion(version: LockedVersion, seen: number): void {
  if (version.version !== seen)
    throw new Refusal("conflict", { values: { theirs: { figure: String(version.figure), version: version.version } } });
}
