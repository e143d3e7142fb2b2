import type { Scope } from "@/lib/access/scope";
import { emailKey, type HomeCode, phoneKey } from "@/lib/domain/channel";
import { listContacts } from "../queries";
import { type ContactFormValues, contactForm } from "../schema";

/** The country in which a number without a country code is meant. */
export function homeCode(scope: Scope): HomeCode {
  return scope.company.locale === "ru" ? "7" : "1";
}

/** Someone in reach who has the same phone or address. */
export type ContactHint = { id: string; name: string; clientId: string; clientName: string; value: string };

export async function listSameChannels(
  scope: Scope,
  values: readonly string[],
  except: string | undefined,
): Promise<ContactHint[]> {
  const keys = values.flatMap((value) => phoneKey(value, homeCode(scope)) ?? emailKey(value) ?? []);
  if (keys.length === 0) return [];
  return scope.db.$queryRaw<ContactHint[]>`
    select distinct on (p.name, p.id) p.id::text, p.name, c.id::text "clientId", c.name "clientName", h.value
    from contact_channel h
    join contact p on p.tenant_id = h.tenant_id and p.client_id = h.client_id and p.id = h.contact_id
    join client c on c.tenant_id = h.tenant_id and c.id = h.client_id
    where h.value_key = any(${keys}) and p.archived_at is null and (${except ?? null}::uuid is null or p.id <> ${except ?? null}::uuid)
    order by p.name, p.id limit 5`;
}

/** A contact as its form holds it now; null when it is not in reach. */
export async function contactFormValues(
  scope: Scope,
  clientId: string,
  id: string,
): Promise<{ version: number; values: ContactFormValues } | null> {
  const found = (await listContacts(scope, clientId)).find((contact) => contact.id === id);
  if (!found) return null;
  return {
    version: found.version,
    values: contactForm(clientId, found),
  };
}
