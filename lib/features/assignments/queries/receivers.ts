import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { AssignmentRole } from "@/lib/domain/assignment";
import { canWorkAs, roles } from "@/lib/domain/roles";

const receiver = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  team: z.string().nullable(),
  clients: z.number(),
});

/** Someone who can be given clients, their team, and how many they own today. */
export type ReceiverRow = Omit<z.output<typeof receiver>, "roles">;

/** Everyone whom the caller may give clients in that part, by name: a lead the own subtree, others the whole company. */
export async function listReceivers(scope: Scope, role: AssignmentRole): Promise<ReceiverRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    with held as (
      select a.tenant_id, a.member_id, count(*)::int clients from assignment a
      join client c on c.tenant_id = a.tenant_id and c.id = a.client_id and c.archived_at is null
      where a.role = 'primary' and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)
      group by a.tenant_id, a.member_id)
    select m.id::text, m.name, m.roles, coalesce(h.clients, 0) clients,
      (select string_agg(t.name, ', ' order by t.name) from team_member x join team t on t.tenant_id = x.tenant_id and t.id = x.team_id
        where x.tenant_id = m.tenant_id and x.member_id = m.id and x.starts_on <= ${scope.today}::date
          and (x.ends_on is null or x.ends_on > ${scope.today}::date)) team
    from member m left join held h on h.tenant_id = m.tenant_id and h.member_id = m.id
    where (m.left_on is null or m.left_on > ${scope.today}::date)
      and (app.reaches_all() or m.id = any((select app.subordinate_ids())::uuid[]))
    order by m.name, m.id`;
  return rows
    .map((row) => receiver.parse(row))
    .filter((one) => canWorkAs(one.roles, role))
    .map(({ roles: _, ...row }) => row);
}

/** How many clients a member owns on a day, as far as the caller reaches. */
export async function countClients(scope: Scope, memberId: string, on: string): Promise<number> {
  const [row] = await scope.db.$queryRaw<{ n: number }[]>`
    select count(*)::int n from assignment a join client c on c.tenant_id = a.tenant_id and c.id = a.client_id and c.archived_at is null
    where a.member_id = ${memberId}::uuid and a.role = 'primary'
      and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on > ${on}::date)`;
  return row?.n ?? 0;
}
