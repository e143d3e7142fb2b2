import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { emailKey, phoneKey } from "@/lib/domain/channel";
import { clientNameKey } from "@/lib/domain/client-name";
import { type DuplicateReason, type DuplicateStrength, findDuplicates } from "@/lib/domain/duplicates";
import { homeCode } from "@/lib/features/contacts/queries/matches";
import { translator } from "@/lib/i18n/messages";

export type ClientOption = { id: string; name: string; code: string };
export type DuplicateHint = ClientOption & {
  strength: DuplicateStrength;
  reasons: DuplicateReason[];
  archived: boolean;
};

/** Clients in reach that may be the one that is being typed in (domain.md 13.7). */
export async function listDuplicates(
  scope: Scope,
  draft: { name: string; inn: string | null; kpp: string | null; except?: string },
): Promise<DuplicateHint[]> {
  const nameKey = clientNameKey(draft.name);
  if (!nameKey && !draft.inn) return [];
  const alike = await scope.db.client.findMany({
    where: {
      id: draft.except ? { not: draft.except } : undefined,
      mergedInto: null,
      OR: [...(nameKey ? [{ nameKey }] : []), ...(draft.inn ? [{ inn: draft.inn }] : [])],
    },
    select: { id: true, name: true, code: true, inn: true, kpp: true, nameKey: true, archivedAt: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 20,
  });
  const known = alike.map((client) => ({ ...client, phoneKeys: [], emailKeys: [] }));
  const identity = { inn: draft.inn, kpp: draft.kpp, nameKey, phoneKeys: [], emailKeys: [] };
  return findDuplicates(identity, known)
    .slice(0, 5)
    .map(({ client: { id, name, code, archivedAt }, strength, reasons }) => {
      return { id, name, code, archived: archivedAt !== null, strength, reasons };
    });
}

/** Clients in reach for a list to choose from; without a word the first ones by name. */
export async function listOptions(scope: Scope, query: string, except: string | undefined): Promise<ClientOption[]> {
  const asked = query.trim();
  return scope.db.$queryRaw<ClientOption[]>`
    select c.id::text, c.name, c.code from client c
    where c.archived_at is null and (${except ?? null}::uuid is null or c.id <> ${except ?? null}::uuid)
      and (${asked} = '' or c.id = any(app.find_clients(${asked}, 500)))
    order by c.name, c.id limit 20`;
}

const hit = z.object({
  client_id: z.string(),
  client_name: z.string(),
  client_code: z.string(),
  archived: z.boolean(),
  contact_id: z.string().nullable(),
  contact_name: z.string().nullable(),
  job_title: z.string().nullable(),
});

/** One line of the command palette; `group` is its heading in the person's language. */
export type SearchHit = { id: string; label: string; hint: string; group: string; href: string };

/** Clients and contacts in reach, best first, at most 20. A whole phone number or e-mail address finds its person. */
export async function listHits(scope: Scope, query: string): Promise<SearchHit[]> {
  const t = translator(scope.locale, "clients");
  const key = phoneKey(query, homeCode(scope)) ?? emailKey(query);
  const rows = await scope.db.$queryRaw<unknown[]>`
    select client_id::text, client_name, client_code, archived, contact_id::text, contact_name, job_title from app.search_everything(${query}, ${key}, 20)`;
  return rows
    .map((row) => hit.parse(row))
    .map((row) => {
      const state = row.archived ? t("archived") : null;
      if (row.contact_id === null) {
        const hint = [row.client_code, state].filter(Boolean).join(" · ");
        return {
          id: row.client_id,
          label: row.client_name,
          hint,
          group: t("found"),
          href: `/clients/${row.client_id}`,
        };
      }
      return {
        id: row.contact_id,
        label: row.contact_name ?? "",
        hint: [row.job_title, row.client_name, state].filter(Boolean).join(" · "),
        group: t("foundPeople"),
        href: `/clients/${row.client_id}/people#${row.contact_id}`,
      };
    });
}
