import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type TouchClock, tierOfUntiered, touchClock } from "@/lib/domain/cadence";
import { type Tier, tiers } from "@/lib/domain/tier";

const clockRow = z.object({
  clientId: z.string(),
  name: z.string(),
  tier: z.enum(tiers).nullable(),
  days: z.number(),
  executiveDays: z.number().nullable(),
  lastOn: z.string().nullable(),
  executiveOn: z.string().nullable(),
  touches: z.number(),
  assignedOn: z.string().nullable(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      jobTitle: z.string().nullable(),
      cadence: z.number(),
      lastOn: z.string().nullable(),
    }),
  ),
});

/** A key contact's own clock (R4): it runs by the own cadence, else by that of the client (R16). */
export type PersonState = TouchClock & { contactId: string; name: string; jobTitle: string | null };

/** How a client stands with touches, and why: its tier's cadence, the last contact, who of theirs is due. */
export type TouchState = TouchClock & {
  clientId: string;
  name: string;
  /** The client's own; null where the cadence of the rarest stands in. */
  tier: Tier | null;
  touches: number;
  /** Since when the present owner answers for it. */
  assignedOn: string | null;
  /** The last meeting with an executive of theirs; null where the tier asks for none. */
  executive: TouchClock | null;
  people: PersonState[];
};

/** By client id; clients out of reach are missing. One statement. Archived clients are never overdue. */
export async function touchStates(scope: Scope, clientIds: readonly string[]): Promise<Map<string, TouchState>> {
  if (clientIds.length === 0) return new Map();
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text "clientId", c.name, c.tier, k.days, k.executive_days "executiveDays", r.last_on::text "lastOn", coalesce(r.touches, 0)::int touches,
      a.starts_on::text "assignedOn",
      case when k.executive_days is not null then (
        select max(t.on_day)::text from contact p
        join touch_contact tc on tc.tenant_id = p.tenant_id and tc.client_id = p.client_id and tc.contact_id = p.id
        join touch t on t.tenant_id = tc.tenant_id and t.id = tc.touch_id
        where p.tenant_id = c.tenant_id and p.client_id = c.id and p.level = 'executive' and t.kind = 'meeting' and t.counts) end "executiveOn",
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'jobTitle', p.job_title, 'cadence', coalesce(p.cadence_days, k.days), 'lastOn', (
            select max(t.on_day) from touch_contact tc join touch t on t.tenant_id = tc.tenant_id and t.id = tc.touch_id
            where tc.tenant_id = p.tenant_id and tc.client_id = p.client_id and tc.contact_id = p.id and t.counts)) order by p.name, p.id)
        from contact p where p.tenant_id = c.tenant_id and p.client_id = c.id and p.is_key and p.archived_at is null), '[]') people
    from client c
    join cadence k on k.tenant_id = c.tenant_id and k.tier = coalesce(c.tier, ${tierOfUntiered})
    left join client_touch r on r.tenant_id = c.tenant_id and r.client_id = c.id
    left join assignment a on a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date) and c.archived_at is null
    where c.id = any(${[...clientIds]}::uuid[])`;
  return new Map(rows.map((row) => stateOf(clockRow.parse(row), scope.today)));
}

function stateOf(row: z.output<typeof clockRow>, today: string): [string, TouchState] {
  const { assignedOn, clientId, name, tier, touches } = row;
  // Nobody answers for it: then nobody is late.
  const nobody = assignedOn === null && { dueOn: null, overdue: false, late: 0 };
  const clock = (lastOn: string | null, cadence: number): TouchClock => ({
    ...touchClock({ lastOn, assignedOn, cadence, today }),
    ...nobody,
  });
  const state: TouchState = {
    ...clock(row.lastOn, row.days),
    ...{ clientId, name, tier, touches, assignedOn },
    executive: row.executiveDays === null ? null : clock(row.executiveOn, row.executiveDays),
    people: row.people.map((one) => ({
      ...clock(one.lastOn, one.cadence),
      contactId: one.id,
      name: one.name,
      jobTitle: one.jobTitle,
    })),
  };
  return [clientId, state];
}

/** Clients that the caller owns or stands in for today. */
export async function listHeldClients(scope: Scope): Promise<string[]> {
  const rows = await scope.db.$queryRaw<{ id: string }[]>`
    select distinct a.client_id::text id from assignment a join client c on c.tenant_id = a.tenant_id and c.id = a.client_id
    where a.member_id = ${scope.member.id}::uuid and a.role in ('primary', 'deputy') and c.archived_at is null
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)`;
  return rows.map(({ id }) => id);
}
