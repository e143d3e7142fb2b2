import type { JobScope } from "@/lib/access/scope";
import { isHeldByHand, type LifeStage, lifeStageOn, type StageReason } from "@/lib/domain/life-stage";
import { listStageFacts } from "../queries/stage-facts";

type Writer = Pick<JobScope, "db" | "today">;

export type NewStage = {
  clientId: string;
  stage: LifeStage;
  figures: StageReason | Record<string, never>;
  manual: boolean;
  reason: string | null;
  expiresOn: string | null;
};

/**
 * From today on these clients are in these stages. A day has one stage: what was written today already is written over. Row security leaves out
 * clients out of reach. Answers how many were written.
 */
export async function writeStages(scope: Writer, stages: readonly NewStage[]): Promise<number> {
  if (stages.length === 0) return 0;
  const rows = JSON.stringify(stages);
  const over = await scope.db.$executeRaw`
    update client_stage s set stage = n.stage, figures = n.figures, manual = n.manual, reason = n.reason, expires_on = n."expiresOn", created_by = app.member()
    from jsonb_to_recordset(${rows}::jsonb) n("clientId" uuid, stage text, figures jsonb, manual boolean, reason text, "expiresOn" date)
    where s.client_id = n."clientId" and s.ends_on is null and s.starts_on >= ${scope.today}::date`;
  await scope.db.$executeRaw`
    update client_stage s set ends_on = ${scope.today}::date from jsonb_to_recordset(${rows}::jsonb) n("clientId" uuid)
    where s.client_id = n."clientId" and s.ends_on is null and s.starts_on < ${scope.today}::date`;
  const made = await scope.db.$executeRaw`
    insert into client_stage (client_id, stage, starts_on, figures, manual, reason, expires_on)
    select n."clientId", n.stage, ${scope.today}::date, n.figures, n.manual, n.reason, n."expiresOn"
    from jsonb_to_recordset(${rows}::jsonb) n("clientId" uuid, stage text, figures jsonb, manual boolean, reason text, "expiresOn" date)
    join client c on c.id = n."clientId"
    where not exists (select from client_stage s where s.tenant_id = c.tenant_id and s.client_id = c.id and s.ends_on is null)`;
  return over + made;
}

/**
 * Works the stages out anew, of everybody in reach or of one client, and writes those that changed. What a person set holds until it expires,
 * unless `all` is asked for.
 */
export async function keepStages(
  scope: Writer,
  clientId: string | null = null,
  which: "free" | "all" = "free",
): Promise<number> {
  const candidates = await listStageFacts(scope, clientId);
  const changed = candidates.flatMap((client): NewStage[] => {
    if (which === "free" && isHeldByHand(client, scope.today)) return [];
    const { stage, reason } = lifeStageOn(client, scope.today);
    if (stage === client.stage && !client.manual) return [];
    return [{ clientId: client.clientId, stage, figures: reason, manual: false, reason: null, expiresOn: null }];
  });
  return writeStages(scope, changed);
}

/** A client whose last sale line was taken back is in no stage. */
export async function endStagesWithoutSales(scope: Writer): Promise<void> {
  await scope.db.$executeRaw`
    delete from client_stage s where s.ends_on is null and not s.manual and s.starts_on >= ${scope.today}::date
      and not exists (select from client_rhythm r where r.tenant_id = s.tenant_id and r.client_id = s.client_id)`;
  await scope.db.$executeRaw`
    update client_stage s set ends_on = ${scope.today}::date where s.ends_on is null and not s.manual and s.starts_on < ${scope.today}::date
      and not exists (select from client_rhythm r where r.tenant_id = s.tenant_id and r.client_id = s.client_id)`;
}
