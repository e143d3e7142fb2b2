import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { lifeStages } from "@/lib/domain/life-stage";

/** What the rule saw: see StageReason. Rows of a person's hand have none. */
const figures = z.object({
  rule: z.enum(["silent", "silent-without-rhythm", "returned", "first", "growth", "buys"]).optional(),
  days: z.number().optional(),
  medianGap: z.number().nullable().optional(),
  times: z.number().optional(),
  on: z.string().optional(),
  growth: z.number().optional(),
});

const stageRow = z.object({
  id: z.string(),
  version: z.number(),
  stage: z.enum(lifeStages),
  startsOn: z.string(),
  /** The first day on which it was no longer so; null for the stage in force. */
  endsOn: z.string().nullable(),
  figures,
  manual: z.boolean(),
  reason: z.string().nullable(),
  expiresOn: z.string().nullable(),
  by: z.string().nullable(),
});

export type StageRow = z.output<typeof stageRow>;

/** The life stages of a client, the one in force first. One statement. */
export async function listStages(scope: Scope, clientId: string): Promise<StageRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select s.id::text, s.version, s.stage, s.starts_on::text "startsOn", s.ends_on::text "endsOn", s.figures, s.manual, s.reason, s.expires_on::text "expiresOn", m.name "by"
    from client_stage s left join member m on m.tenant_id = s.tenant_id and m.id = s.created_by
    where s.client_id = ${clientId}::uuid order by s.starts_on desc limit 50`;
  return rows.map((row) => stageRow.parse(row));
}
