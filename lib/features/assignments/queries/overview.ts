import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addDays } from "@/lib/domain/calendar-date";
import { canWorkAs, roles } from "@/lib/domain/roles";

const holder = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  clients: z.number(),
  deputy: z.number(),
  tierA: z.number(),
  tierB: z.number(),
  tierC: z.number(),
  proactive: z.number(),
  reactive: z.number(),
  mixed: z.number(),
});

/** Someone who has clients or can have some: how many they own today, of which kind, and for how many they stand in. */
export type HolderRow = Omit<z.output<typeof holder>, "roles">;

/** Everyone whom the caller may give clients, by name; archived clients are not counted. */
export async function listHolders(scope: Scope): Promise<HolderRow[]> {
  const day = scope.today;
  const rows = await scope.db.$queryRaw<unknown[]>`
    with held as (
      select a.tenant_id, a.member_id, count(*) filter (where a.role = 'primary')::int clients, count(*) filter (where a.role = 'deputy')::int deputy,
        count(*) filter (where a.role = 'primary' and c.tier = 'A')::int "tierA", count(*) filter (where a.role = 'primary' and c.tier = 'B')::int "tierB",
        count(*) filter (where a.role = 'primary' and c.tier = 'C')::int "tierC",
        count(*) filter (where a.role = 'primary' and c.work_mode = 'proactive')::int proactive,
        count(*) filter (where a.role = 'primary' and c.work_mode = 'reactive')::int reactive,
        count(*) filter (where a.role = 'primary' and c.work_mode = 'mixed')::int mixed
      from assignment a join client c on c.tenant_id = a.tenant_id and c.id = a.client_id
      where a.starts_on <= ${day}::date and (a.ends_on is null or a.ends_on > ${day}::date) and c.archived_at is null
      group by a.tenant_id, a.member_id)
    select m.id::text, m.name, m.roles, coalesce(h.clients, 0) clients, coalesce(h.deputy, 0) deputy, coalesce(h."tierA", 0) "tierA",
      coalesce(h."tierB", 0) "tierB", coalesce(h."tierC", 0) "tierC", coalesce(h.proactive, 0) proactive, coalesce(h.reactive, 0) reactive,
      coalesce(h.mixed, 0) mixed,
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by x.role desc, t.name) from team_member x
        join team t on t.tenant_id = x.tenant_id and t.id = x.team_id where x.tenant_id = m.tenant_id and x.member_id = m.id
          and x.starts_on <= ${day}::date and (x.ends_on is null or x.ends_on > ${day}::date)), '[]') teams
    from member m left join held h on h.tenant_id = m.tenant_id and h.member_id = m.id
    where (m.left_on is null or m.left_on > ${day}::date) and (app.reaches_all() or m.id = any((select app.subordinate_ids())::uuid[]))
    order by m.name, m.id`;
  return rows
    .map((row) => holder.parse(row))
    .filter((one) => canWorkAs(one.roles, "primary") || one.clients > 0)
    .map(({ roles: _, ...row }) => row);
}

const unowned = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  tier: z.string().nullable(),
  /** Since when nobody has it, and who had it last; null: nobody ever. */
  since: z.string().nullable(),
  last: z.string().nullable(),
  /** A signed contract is in force (R3): this client cannot wait. */
  contract: z.boolean(),
  contracts: z.number(),
  total: z.number(),
});
export type UnownedClient = Omit<z.output<typeof unowned>, "total" | "contracts">;
export type Unowned = {
  clients: UnownedClient[];
  total: number /** Those with a contract in force. */;
  contracts: number;
};

/**
 * Clients that nobody owns today, those with a contract in force first, then by name: the first ones and how many there are. Only who reaches the whole
 * company sees any.
 */
export async function listUnowned(scope: Scope, atMost: number): Promise<Unowned> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, c.name, c.code, c.tier, l.ends_on::text since, l.name last, k.found contract, (count(*) filter (where k.found) over ())::int contracts,
      count(*) over ()::int total
    from client c cross join lateral (select exists (select from contract x where x.tenant_id = c.tenant_id and x.client_id = c.id and x.status = 'signed'
      and coalesce(x.starts_on, x.signed_on) <= ${scope.today}::date and (x.ends_on is null or x.ends_on >= ${scope.today}::date)) found) k
    left join lateral (
      select a.ends_on, m.name from assignment a join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
      where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary' and a.ends_on <= ${scope.today}::date
      order by a.ends_on desc limit 1) l on true
    where c.archived_at is null and not exists (select from assignment a where a.tenant_id = c.tenant_id and a.client_id = c.id and a.role = 'primary'
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date))
    order by k.found desc, c.name, c.id limit ${atMost}`;
  const found = rows.map((row) => unowned.parse(row));
  const clients = found.map(({ total: _, contracts: __, ...row }) => row);
  return { clients, total: found[0]?.total ?? 0, contracts: found[0]?.contracts ?? 0 };
}

const ending = z.object({
  id: z.string(),
  clientId: z.string(),
  client: z.string(),
  memberId: z.string(),
  member: z.string(),
  owner: z.string().nullable(),
  endsOn: z.string(),
});

/** A deputy who stands in today and, from `endsOn`, no more. */
export type EndingDeputy = z.output<typeof ending>;

/** Deputies whose time ends within that many days, soonest first. */
export async function listEndingDeputies(scope: Scope, days: number): Promise<EndingDeputy[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select a.id::text, c.id::text "clientId", c.name client, m.id::text "memberId", m.name member, a.ends_on::text "endsOn",
      (select o.name from assignment p join member o on o.tenant_id = p.tenant_id and o.id = p.member_id where p.tenant_id = a.tenant_id
        and p.client_id = a.client_id and p.role = 'primary' and p.starts_on <= ${scope.today}::date
        and (p.ends_on is null or p.ends_on > ${scope.today}::date)) owner
    from assignment a join client c on c.tenant_id = a.tenant_id and c.id = a.client_id join member m on m.tenant_id = a.tenant_id and m.id = a.member_id
    where a.role = 'deputy' and a.starts_on <= ${scope.today}::date and a.ends_on > ${scope.today}::date
      and a.ends_on <= ${addDays(scope.today, days)}::date
    order by a.ends_on, m.name, c.name limit 200`;
  return rows.map((row) => ending.parse(row));
}
