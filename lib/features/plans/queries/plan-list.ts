import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { planKinds, planStatuses } from "../schema";

const row = z.object({
  planId: z.string(),
  versionId: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  teamName: z.string().nullable(),
  kind: z.enum(planKinds),
  number: z.number(),
  status: z.enum(planStatuses),
  figure: z.string().transform(BigInt),
  clients: z.number(),
  inForceFrom: z.string().nullable(),
  /** Of the version that is in force, where the one shown is a later draft. */
  standing: z.object({ versionId: z.string(), figure: z.string().transform(BigInt) }).nullable(),
  updatedAt: z.string(),
  version: z.number(),
});

/** A plan with its newest version. Figures in base minor units. */
export type PlanRow = z.output<typeof row>;

/** Plans of a fiscal year in reach, the company's first, then teams, then books by name. One statement. */
export async function listPlans(scope: Scope, startsOn: CalendarDate): Promise<PlanRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select p.id::text "planId", v.id::text "versionId", p.member_id::text "memberId", m.name "memberName", p.kind, v.number, v.status, v.figure::text,
      (select string_agg(t.name, ', ' order by t.name) from team_member x join team t on t.tenant_id = x.tenant_id and t.id = x.team_id
        where x.tenant_id = p.tenant_id and x.member_id = p.member_id and x.starts_on <= ${scope.today}::date
          and (x.ends_on is null or x.ends_on > ${scope.today}::date)) "teamName",
      v.cells / 12 clients, v.in_force_from::text "inForceFrom", v.updated_at::text "updatedAt", v.version, (
        select json_build_object('versionId', s.id, 'figure', s.figure::text) from plan_version s
        where s.tenant_id = p.tenant_id and s.plan_id = p.id and s.status = 'approved' and s.id <> v.id order by s.number desc limit 1) standing
    from plan p join member m on m.tenant_id = p.tenant_id and m.id = p.member_id
    join lateral (select * from plan_version x where x.tenant_id = p.tenant_id and x.plan_id = p.id order by x.number desc limit 1) v on true
    where p.starts_on = ${startsOn}::date
    order by array_position(array['company', 'team', 'book'], p.kind), m.name collate "und-x-icu", p.id`;
  return rows.map((one) => row.parse(one));
}
