import { z } from "zod";
import type { JobScope } from "@/lib/access/scope";
import { closedMonths, monthsBefore } from "@/lib/domain/closed-months";
import { type LifeStage, lifeStages, type StageFacts } from "@/lib/domain/life-stage";

const row = z.object({
  clientId: z.string(),
  rhythm: z.object({
    firstOn: z.string(),
    lastOn: z.string(),
    medianGap: z.number().nullable(),
    p90Gap: z.number().nullable(),
    returnedOn: z.string().nullable(),
  }),
  turnover: z.string().transform(BigInt),
  turnoverBefore: z.string().transform(BigInt),
  stage: z.enum(lifeStages).nullable(),
  manual: z.boolean(),
  expiresOn: z.string().nullable(),
});

export type StageCandidate = StageFacts & {
  clientId: string;
  /** The stage in force; null before the first. */
  stage: LifeStage | null;
  manual: boolean;
  expiresOn: string | null;
};

/** What decides the stages of all clients in reach that ever bought, or of one of them; archived ones keep the stage that they had. */
export async function listStageFacts(
  scope: Pick<JobScope, "db" | "today">,
  clientId: string | null,
): Promise<StageCandidate[]> {
  const year = closedMonths(scope.today, 12);
  const before = monthsBefore(year, 12);
  const rows = await scope.db.$queryRaw<unknown[]>`
    select r.client_id::text "clientId", jsonb_build_object('firstOn', r.first_on, 'lastOn', r.last_on, 'medianGap', r.median_gap, 'p90Gap', r.p90_gap,
        'returnedOn', r.returned_on) rhythm,
      coalesce(m.turnover, 0)::text turnover, coalesce(m.before, 0)::text "turnoverBefore", s.stage, coalesce(s.manual, false) manual, s.expires_on::text "expiresOn"
    from client_rhythm r
    join client c on c.tenant_id = r.tenant_id and c.id = r.client_id and c.archived_at is null
    left join (
      select tenant_id, client_id, sum(amount) filter (where month >= ${year.from}::date) turnover, sum(amount) filter (where month < ${year.from}::date) before
      from client_month where month >= ${before.from}::date and month < ${year.to}::date and (${clientId}::uuid is null or client_id = ${clientId}::uuid)
      group by tenant_id, client_id) m on m.tenant_id = r.tenant_id and m.client_id = r.client_id
    left join client_stage s on s.tenant_id = r.tenant_id and s.client_id = r.client_id and s.ends_on is null
    where ${clientId}::uuid is null or r.client_id = ${clientId}::uuid
    order by r.client_id`;
  return rows.map((one) => row.parse(one));
}
