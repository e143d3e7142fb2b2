import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { needKinds, needStatuses } from "@/lib/domain/need";

const needRow = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(needKinds),
  title: z.string(),
  detail: z.string().nullable(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  raisedOn: z.string(),
  status: z.enum(needStatuses),
  offer: z.string().nullable(),
  offeredOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  dropReason: z.string().nullable(),
  by: z.string().nullable(),
});

/** A need or a pain of a client, who told of it, and what we offer for it (R27). */
export type NeedRow = z.output<typeof needRow>;

/** All needs of a client: what is open first, oldest first, then what is closed, latest first. One statement. */
export async function listNeeds(scope: Scope, clientId: string): Promise<NeedRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select n.id::text, n.version, n.kind, n.title, n.detail, n.contact_id::text "contactId", p.name "contactName", n.raised_on::text "raisedOn", n.status, n.offer,
      n.offered_on::text "offeredOn", n.closed_on::text "closedOn", n.drop_reason "dropReason", m.name by
    from need n
    left join contact p on p.tenant_id = n.tenant_id and p.client_id = n.client_id and p.id = n.contact_id
    left join member m on m.tenant_id = n.tenant_id and m.id = n.created_by
    where n.client_id = ${clientId}::uuid and n.removed_at is null
    order by n.closed_on is not null, n.closed_on desc, n.raised_on, n.id`;
  return rows.map((row) => needRow.parse(row));
}
