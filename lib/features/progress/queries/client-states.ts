import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { defaultCadences, tierOfUntiered, touchClock } from "@/lib/domain/cadence";
import { type Months, monthsBefore } from "@/lib/domain/closed-months";
import { missesRhythm, rhythmState } from "@/lib/domain/rhythm";
import { tiers } from "@/lib/domain/tier";
import { rhythmRow } from "@/lib/features/sales/queries/rhythms";

const big = z.string().transform(BigInt);
const row = z.object({
  id: z.string(),
  name: z.string(),
  archived: z.boolean(),
  ownerId: z.string(),
  regionId: z.string().nullable(),
  workMode: z.string(),
  tier: z.enum(tiers).nullable(),
  cadence: z.number().nullable(),
  touchedOn: z.string().nullable(),
  assignedOn: z.string().nullable(),
  rhythm: rhythmRow.nullable(),
  turnover: big,
  before: big,
});

/** Why a client may be behind: it missed its own buying rhythm, or nobody has touched it in time. */
export type ClientReason =
  | { kind: "rhythm"; silentFor: number; usual: number; lost: boolean }
  | { kind: "touch"; late: number; never: boolean };

/** A client in reach as it stands today; `turnover` of the months asked for, `before` of those a year earlier. The zero id where nobody owns it. */
export type ClientState = Pick<
  z.output<typeof row>,
  "id" | "name" | "archived" | "ownerId" | "regionId" | "workMode" | "turnover" | "before"
> & {
  reasons: ClientReason[];
  /** Since when it is late by its own rhythm; null where it is not. */
  lateFrom: string | null;
  /** When it came back after a long silence, if ever. */
  returnedOn: string | null;
  /** Null where nobody answers for it. */
  touchInTime: boolean | null;
};

/** How every client in reach stands, archived ones too: what retention, concentration and reasons are told from. One statement. */
export async function clientStates(scope: Scope, year: Months): Promise<ClientState[]> {
  const before = monthsBefore(year, 12);
  // Sums and rhythms are looked up one by one ("limit 1"): what a book costs is then the same in a company of whatever size.
  const rows = await scope.db.$queryRaw<unknown[]>`
    with owner as materialized (
      select client_id, member_id, starts_on from assignment
      where role = 'primary' and starts_on <= ${scope.today}::date and (ends_on is null or ends_on > ${scope.today}::date))
    select c.id::text, c.name::text, c.archived_at is not null archived, coalesce(a.member_id, app.no_id())::text "ownerId", c.region_id::text "regionId",
      c.work_mode "workMode", c.tier, k.days cadence, t.last_on::text "touchedOn", a.starts_on::text "assignedOn",
      case when r.client_id is not null then jsonb_build_object('firstOn', r.first_on, 'lastOn', r.last_on, 'purchases', r.purchases, 'medianGap', r.median_gap,
        'p90Gap', r.p90_gap, 'expectedOn', r.expected_on, 'lateFrom', r.late_from, 'returnedOn', r.returned_on) end rhythm,
      coalesce(app.sold_between(s.first_month, s.running, ${year.from}::date, ${year.to}::date), 0)::text turnover,
      coalesce(app.sold_between(s.first_month, s.running, ${before.from}::date, ${before.to}::date), 0)::text before
    from client c
    left join lateral (select x.* from client_turnover x where x.tenant_id = c.tenant_id and x.client_id = c.id limit 1) s on true
    left join cadence k on k.tenant_id = c.tenant_id and k.tier = coalesce(c.tier, ${tierOfUntiered})
    left join lateral (select x.* from client_rhythm x where x.tenant_id = c.tenant_id and x.client_id = c.id limit 1) r on true
    left join client_touch t on t.tenant_id = c.tenant_id and t.client_id = c.id
    left join owner a on a.client_id = c.id
    where c.merged_into is null`;
  return rows.map((one) => stateOf(row.parse(one), scope.today));
}

function stateOf(one: z.output<typeof row>, today: string): ClientState {
  const { id, name, archived, ownerId, regionId, workMode, turnover, before, rhythm } = one;
  const state = { id, name, archived, ownerId, regionId, workMode, turnover, before };
  const reasons: ClientReason[] = [];
  const late = rhythm?.medianGap != null && rhythmState(rhythm, today).state === "late";
  if (late && rhythm.medianGap !== null) {
    const { silentFor } = rhythmState(rhythm, today);
    reasons.push({
      kind: "rhythm",
      silentFor,
      usual: Math.round(rhythm.medianGap),
      lost: !missesRhythm(rhythm, today),
    });
  }
  const told = { ...state, reasons, lateFrom: late ? rhythm.lateFrom : null, returnedOn: rhythm?.returnedOn ?? null };
  if (archived || one.assignedOn === null) return { ...told, touchInTime: null };
  const cadence = one.cadence ?? defaultCadences[one.tier ?? tierOfUntiered].days;
  const clock = touchClock({ lastOn: one.touchedOn, assignedOn: one.assignedOn, cadence, today });
  if (clock.overdue) reasons.push({ kind: "touch", late: clock.late, never: clock.lastOn === null });
  return { ...told, touchInTime: !clock.overdue };
}
