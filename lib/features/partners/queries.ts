import { z } from "zod";
import { query } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { type PartnerFilter, partnerKinds } from "./schema";

const kind = z.enum(partnerKinds);
const listed = z.object({
  id: z.string(),
  name: z.string(),
  kind,
  city: z.string().nullable(),
  people: z.number(),
  clients: z.number(),
  archived: z.boolean(),
});

/** `clients` are those within the reader's reach. */
export type PartnerListRow = z.output<typeof listed>;
export type PartnerList = { partners: PartnerListRow[]; may: { edit: boolean } };

export const loadPartners = query(
  "client:read",
  async function loadPartners(scope, filter: PartnerFilter): Promise<PartnerList> {
    return { partners: await listPartners(scope, filter), may: { edit: scope.can("partner:edit") } };
  },
);

/** Partners by name, archived ones last. One statement. */
export async function listPartners(scope: Scope, { q, kind: only }: PartnerFilter): Promise<PartnerListRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select p.id::text, p.name, p.kind, p.city, p.archived_at is not null archived,
      (select count(*)::int from partner_person h where h.tenant_id = p.tenant_id and h.partner_id = p.id and h.archived_at is null) people,
      (select count(distinct l.client_id)::int from client_partner l where l.tenant_id = p.tenant_id and l.partner_id = p.id and l.removed_at is null) clients
    from partner p where position(lower(${q.trim()}) in lower(p.name)) > 0 and (${only ?? null}::text is null or p.kind = ${only ?? null})
    order by p.archived_at is not null, p.name, p.id limit 1000`;
  return rows.map((row) => listed.parse(row));
}

const partnerView = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kind,
  city: z.string().nullable(),
  website: z.string().nullable(),
  note: z.string().nullable(),
  archived: z.boolean(),
  people: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      name: z.string(),
      jobTitle: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      note: z.string().nullable(),
      archived: z.boolean(),
    }),
  ),
  clients: z.array(z.object({ id: z.string(), name: z.string(), role: kind })),
});

export type PartnerView = z.output<typeof partnerView> & { may: { edit: boolean; archive: boolean } };
export type PartnerPerson = PartnerView["people"][number];

export const loadPartner = query("client:read", async function loadPartner(scope, id: string): Promise<PartnerView> {
  const found = await findPartner(scope, id);
  if (!found) throw new Refusal("not-found");
  const may = scope.can("partner:edit");
  return { ...found, may: { edit: may && !found.archived, archive: may } };
});

/** A partner with its people, and those of its clients that are in reach. One statement. */
export async function findPartner(scope: Scope, id: string): Promise<Omit<PartnerView, "may"> | null> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select p.id::text, p.version, p.name, p.kind, p.city, p.website, p.note, p.archived_at is not null archived,
      coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'version', h.version, 'name', h.name, 'jobTitle', h.job_title, 'phone', h.phone, 'email', h.email,
          'note', h.note, 'archived', h.archived_at is not null) order by h.archived_at is not null, h.name, h.id)
        from partner_person h where h.tenant_id = p.tenant_id and h.partner_id = p.id), '[]') people,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'role', l.role) order by c.name, l.role)
        from client_partner l join client c on c.tenant_id = l.tenant_id and c.id = l.client_id
        where l.tenant_id = p.tenant_id and l.partner_id = p.id and l.removed_at is null), '[]') clients
    from partner p where p.id = ${id}::uuid`;
  return rows[0] ? partnerView.parse(rows[0]) : null;
}

const linkRow = z.object({
  id: z.string(),
  version: z.number(),
  partnerId: z.string(),
  partnerName: z.string(),
  role: kind,
  note: z.string().nullable(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  personTitle: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});

/** A partner of a client, as what, and whom to call there. */
export type ClientPartnerRow = z.output<typeof linkRow>;

export async function listClientPartners(scope: Scope, clientId: string): Promise<ClientPartnerRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select l.id::text, l.version, l.partner_id::text "partnerId", p.name "partnerName", l.role, l.note, h.id::text "personId", h.name "personName",
      h.job_title "personTitle", h.phone, h.email
    from client_partner l
    join partner p on p.tenant_id = l.tenant_id and p.id = l.partner_id
    left join partner_person h on h.tenant_id = l.tenant_id and h.partner_id = l.partner_id and h.id = l.person_id
    where l.client_id = ${clientId}::uuid and l.removed_at is null order by p.name, l.role, l.id`;
  return rows.map((row) => linkRow.parse(row));
}
