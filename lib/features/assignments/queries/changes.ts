import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type AssignmentRole, assignmentRoles } from "@/lib/domain/assignment";

const change = z.object({
  id: z.string(),
  clientId: z.string(),
  client: z.string(),
  role: z.enum(assignmentRoles),
  on: z.string(),
  until: z.string().nullable(),
  from: z.string().nullable(),
  fromId: z.string().nullable(),
  to: z.string().nullable(),
  toId: z.string().nullable(),
  reason: z.string().nullable(),
});

/** Clients that change hands, or get a deputy or specialist, on the same later day in the same way. */
export type Upcoming = {
  key: string;
  role: AssignmentRole;
  on: string;
  until: string | null;
  /** The owner before (primary), or whom the deputy stands in for; null: nobody. */
  from: string | null;
  fromId: string | null;
  to: string | null;
  toId: string | null;
  reason: string | null;
  clients: { id: string; name: string }[];
  /** Rows that begin or end then. */
  rows: string[];
};

/** What is ordered for days after today, soonest first.  */
export async function listUpcoming(scope: Scope): Promise<Upcoming[]> {
  const day = scope.today;
  const rows = await scope.db.$queryRaw<unknown[]>`
    select a.id::text, c.id::text "clientId", c.name client, a.role, a.starts_on::text "on", a.ends_on::text until, f.name "from", f.id::text "fromId",
      m.name "to", m.id::text "toId", a.reason
    from assignment a join client c on c.tenant_id = a.tenant_id and c.id = a.client_id
    join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
    left join assignment p on p.tenant_id = a.tenant_id and p.client_id = a.client_id and p.role = 'primary'
      and case when a.role = 'primary' then p.ends_on = a.starts_on else p.starts_on <= a.starts_on and (p.ends_on is null or p.ends_on > a.starts_on) end
    left join member f on f.tenant_id = p.tenant_id and f.id = p.member_id
    where a.starts_on > ${day}::date and (a.role <> 'primary' or p.member_id is distinct from a.member_id)
    union all
    select a.id::text, c.id::text, c.name, 'primary', a.ends_on::text, null, m.name, m.id::text, null, null, null
    from assignment a join client c on c.tenant_id = a.tenant_id and c.id = a.client_id
    join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
    where a.role = 'primary' and a.ends_on > ${day}::date and not exists (select from assignment n where n.tenant_id = a.tenant_id
      and n.client_id = a.client_id and n.role = 'primary' and n.starts_on >= a.ends_on)
    order by 5, 3, 1 limit 2000`;
  const groups = new Map<string, Upcoming>();
  for (const one of rows.map((row) => change.parse(row))) {
    const { id, clientId, client, ...how } = one;
    const key = JSON.stringify(how);
    const group = groups.get(key) ?? { key, ...how, clients: [], rows: [] };
    group.clients.push({ id: clientId, name: client });
    group.rows.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const order = z.object({
  id: z.string(),
  role: z.enum(assignmentRoles),
  to: z.string().nullable(),
  from: z.array(z.string()),
  on: z.string(),
  until: z.string().nullable(),
  reason: z.string().nullable(),
  clients: z.number(),
  names: z.array(z.string()),
  rows: z.array(z.string()),
  by: z.string().nullable(),
  at: z.date(),
  undone: z.boolean(),
  undoable: z.boolean(),
});

/** One order of the past weeks: names of people, and of a few of its clients that are in reach. `rows` are the assignments as it left them. */
export type RecentOrder = z.output<typeof order>;

/** The newest orders: of the whole company for whoever reaches it all, else the caller's own. */
export async function listRecent(scope: Scope, atMost: number): Promise<RecentOrder[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select t.id::text, t.role, r.name "to", t.starts_on::text "on", t.ends_on::text until, t.reason, cardinality(t.clients) clients, t.rows::text[] rows,
      g.name by, t.created_at at, t.undone_at is not null undone, t.undoable,
      coalesce((select array_agg(f.name::text order by f.name) from member f where f.id = any(t.from_members)), '{}') "from",
      array(select c.name::text from client c where c.id = any(t.clients) order by c.name limit 3) names
    from app.recent_transfers(${atMost}) t left join member r on r.id = t.to_member left join member g on g.id = t.created_by
    order by t.created_at desc, t.id`;
  return rows.map((row) => order.parse(row));
}
