import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { closedMonths } from "@/lib/domain/closed-months";
import { missesRhythm, type Rhythm, type RhythmState, rhythmState } from "@/lib/domain/rhythm";

const day = z.string().nullable();
export const rhythmRow = z.object({
  firstOn: z.string(),
  lastOn: z.string(),
  purchases: z.number(),
  medianGap: z.number().nullable(),
  p90Gap: z.number().nullable(),
  expectedOn: day,
  lateFrom: day,
  returnedOn: day,
});

/** The purchase rhythm of these clients; those that never bought, or are out of reach, are missing. One statement. */
export async function rhythms(scope: Scope, clientIds: readonly string[]): Promise<Map<string, Rhythm>> {
  if (clientIds.length === 0) return new Map();
  const rows = await scope.db.$queryRaw<{ clientId: string }[]>`
    select client_id::text "clientId", first_on::text "firstOn", last_on::text "lastOn", purchases, median_gap "medianGap", p90_gap "p90Gap",
      expected_on::text "expectedOn", late_from::text "lateFrom", returned_on::text "returnedOn"
    from client_rhythm where client_id = any(${[...clientIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.clientId, rhythmRow.parse(row)]));
}

const missed = rhythmRow.extend({
  clientId: z.string(),
  name: z.string(),
  /** Turnover of the last twelve closed months, base minor units: what is at stake. */
  turnover: z.string().transform(BigInt),
});

export type MissedRhythm = Rhythm & {
  clientId: string;
  name: string;
  turnover: bigint;
  state: RhythmState;
  /** Days since the last purchase, and days past the expected one. */
  silentFor: number;
  lateBy: number;
};

/**
 * Clients of the caller's own (as owner or deputy today) that are late by their own rhythm and not yet lost, the largest turnover first (R77). One statement.
 */
export async function listMissedRhythms(scope: Scope): Promise<MissedRhythm[]> {
  const year = closedMonths(scope.today, 12);
  const rows = await scope.db.$queryRaw<unknown[]>`
    select r.client_id::text "clientId", c.name, r.first_on::text "firstOn", r.last_on::text "lastOn", r.purchases, r.median_gap "medianGap", r.p90_gap "p90Gap",
      r.expected_on::text "expectedOn", r.late_from::text "lateFrom", r.returned_on::text "returnedOn",
      coalesce((select sum(m.amount) from client_month m where m.tenant_id = r.tenant_id and m.client_id = r.client_id
        and m.month >= ${year.from}::date and m.month < ${year.to}::date), 0)::text turnover
    from client_rhythm r join client c on c.tenant_id = r.tenant_id and c.id = r.client_id
    where r.late_from <= ${scope.today}::date and c.archived_at is null and r.client_id in (select a.client_id from assignment a
      where a.member_id = ${scope.member.id}::uuid and a.role in ('primary', 'deputy')
        and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date))`;
  return rows
    .map((row) => missed.parse(row))
    .filter((row) => missesRhythm(row, scope.today))
    .map((row) => ({ ...row, ...rhythmState(row, scope.today) }))
    .sort((a, b) => (a.turnover === b.turnover ? b.lateBy - a.lateBy : a.turnover > b.turnover ? -1 : 1));
}
