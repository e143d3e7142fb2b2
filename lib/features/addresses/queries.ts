import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { addressKinds } from "./schema";

const addressRow = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(addressKinds),
  name: z.string().nullable(),
  place: z.string(),
  contactId: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  slots: z.array(z.object({ days: z.array(z.number()), from: z.string(), to: z.string() })),
  terms: z.string().nullable(),
});

/** Where a client takes deliveries, sells or sits; hours by the client's own clock. */
export type AddressRow = z.output<typeof addressRow>;

export async function listAddresses(scope: Scope, clientId: string): Promise<AddressRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select a.id::text, a.version, a.kind, a.name, a.place, a.contact_id::text "contactId", p.name "contactName",
      (select h.value_key from contact_channel h where h.tenant_id = p.tenant_id and h.client_id = p.client_id and h.contact_id = p.id and h.kind = 'phone'
        order by h.preferred desc, h.id limit 1) "contactPhone", a.slots, a.terms
    from client_address a left join contact p on p.tenant_id = a.tenant_id and p.client_id = a.client_id and p.id = a.contact_id
    where a.client_id = ${clientId}::uuid and a.removed_at is null
    order by array_position(array['delivery', 'store', 'office', 'legal'], a.kind), a.name, a.id`;
  return rows.map((row) => addressRow.parse(row));
}
