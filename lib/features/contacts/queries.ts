import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { channelKinds } from "@/lib/domain/channel";
import { contactLevels, contactRoles } from "./schema";

/** The part a person has in their company's decisions. */
export const contactRole = z.enum(contactRoles);

const contactRow = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  level: z.enum(contactLevels).nullable(),
  role: contactRole,
  isKey: z.boolean(),
  reportsToId: z.string().nullable(),
  birthday: z.string().nullable(),
  zone: z.string().nullable(),
  note: z.string().nullable(),
  archived: z.boolean(),
  channels: z.array(
    z.object({ kind: z.enum(channelKinds), value: z.string(), key: z.string(), preferred: z.boolean() }),
  ),
});

/** A client's person. `key` of a channel is its comparable form (lib/domain/channel): a phone as +79990000000. */
export type ContactRow = z.output<typeof contactRow>;

/** All contacts of a client, archived ones too, by name. One statement. */
export async function listContacts(scope: Scope, clientId: string): Promise<ContactRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select p.id::text, p.version, p.name, p.job_title "jobTitle", p.level, p.role, p.is_key "isKey", p.reports_to_id::text "reportsToId", p.birthday::text,
      p.zone, p.note, p.archived_at is not null archived,
      coalesce((select jsonb_agg(jsonb_build_object('kind', h.kind, 'value', h.value, 'key', h.value_key, 'preferred', h.preferred) order by h.preferred desc, h.kind, h.value)
        from contact_channel h where h.tenant_id = p.tenant_id and h.client_id = p.client_id and h.contact_id = p.id), '[]') channels
    from contact p where p.client_id = ${clientId}::uuid order by p.name, p.id`;
  return rows.map((row) => contactRow.parse(row));
}
