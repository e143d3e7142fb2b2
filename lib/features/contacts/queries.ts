import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { channelKinds } from "@/lib/domain/channel";
import { contactLevels } from "@/lib/domain/coverage";
import { contactRoles, factKinds } from "./schema";

/** The part a person has in their company's decisions. */
export const contactRole = z.enum(contactRoles);

const fact = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(factKinds),
  content: z.string(),
  isPrivate: z.boolean(),
  by: z.string().nullable(),
  mine: z.boolean(),
});

/** Something to talk about with a person. A private one is here only for its author and for who leads them. */
export type ContactFact = z.output<typeof fact>;

const contactRow = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  level: z.enum(contactLevels).nullable(),
  role: contactRole,
  isKey: z.boolean(),
  /** Own days between touches; null: as often as the client. */
  cadenceDays: z.number().nullable(),
  reportsToId: z.string().nullable(),
  birthday: z.string().nullable(),
  zone: z.string().nullable(),
  note: z.string().nullable(),
  archived: z.boolean(),
  channels: z.array(
    z.object({ kind: z.enum(channelKinds), value: z.string(), key: z.string(), preferred: z.boolean() }),
  ),
  /** Who of ours knows them, best first; strength 1 acquainted, 2 works well together, 3 trusted. */
  ties: z.array(z.object({ memberId: z.string(), name: z.string(), strength: z.number() })),
  facts: z.array(fact),
});

/** A client's person. `key` of a channel is its comparable form (lib/domain/channel): a phone as +79990000000. */
export type ContactRow = z.output<typeof contactRow>;

/** All contacts of a client, archived ones too, by name. One statement. */
export async function listContacts(scope: Scope, clientId: string): Promise<ContactRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select p.id::text, p.version, p.name, p.job_title "jobTitle", p.level, p.role, p.is_key "isKey", p.cadence_days "cadenceDays", p.reports_to_id::text "reportsToId", p.birthday::text,
      p.zone, p.note, p.archived_at is not null archived,
      coalesce((select jsonb_agg(jsonb_build_object('kind', h.kind, 'value', h.value, 'key', h.value_key, 'preferred', h.preferred) order by h.preferred desc, h.kind, h.value)
        from contact_channel h where h.tenant_id = p.tenant_id and h.client_id = p.client_id and h.contact_id = p.id), '[]') channels,
      coalesce((select jsonb_agg(jsonb_build_object('memberId', e.member_id, 'name', m.name, 'strength', e.strength) order by e.strength desc, m.name, m.id)
        from contact_tie e join member m on m.tenant_id = e.tenant_id and m.id = e.member_id
        where e.tenant_id = p.tenant_id and e.client_id = p.client_id and e.contact_id = p.id), '[]') ties,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version, 'kind', f.kind, 'content', f.content, 'isPrivate', f.is_private, 'by', m.name,
          'mine', f.created_by is not distinct from app.member()) order by f.created_at, f.id)
        from contact_fact f left join member m on m.tenant_id = f.tenant_id and m.id = f.created_by
        where f.tenant_id = p.tenant_id and f.client_id = p.client_id and f.contact_id = p.id and f.removed_at is null), '[]') facts
    from contact p where p.client_id = ${clientId}::uuid and p.merged_into is null order by p.name, p.id`;
  return rows.map((row) => contactRow.parse(row));
}
