import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { type NextBirthday, nextBirthday } from "@/lib/domain/birthday";
import { type ContactRow, listContacts } from "@/lib/features/contacts/queries";
import { type ClientView, clientView } from "./queries/client-view";

export type { ClientView };

/** A birthday is shown this many days ahead. */
const BIRTHDAYS_AHEAD = 60;

export type Birthday = NextBirthday & { contactId: string; name: string };
export type ClientOverview = { client: ClientView; birthdays: Birthday[] };
export type ClientPeople = { client: ClientView; contacts: ContactRow[] };

export const loadClient = query(
  "client:read",
  async function loadClient(scope, clientId: string): Promise<ClientOverview> {
    const client = await clientView(scope, clientId);
    const contacts = await listContacts(scope, clientId);
    const birthdays = contacts
      .filter((contact) => !contact.archived)
      .flatMap(({ id, name, birthday }) =>
        birthday ? [{ contactId: id, name, ...nextBirthday(birthday, scope.today) }] : [],
      )
      .filter(({ daysAway }) => daysAway <= BIRTHDAYS_AHEAD)
      .sort((a, b) => a.daysAway - b.daysAway);
    return { client, birthdays };
  },
);

export const loadClientPeople = query(
  "client:read",
  async function loadClientPeople(scope, clientId: string): Promise<ClientPeople> {
    const client = await clientView(scope, clientId);
    return { client, contacts: await listContacts(scope, clientId) };
  },
);

/** The client alone: for a tab that adds nothing to what stands in the view. */
export const loadClientView = query(
  "client:read",
  async function loadClientView(scope, clientId: string): Promise<ClientView> {
    return clientView(scope, clientId);
  },
);

export type ClientName = { id: string; name: string; code: string };

/** Those of the ids that are in reach, by name. For other features, which know ids only. */
export async function listClientsByIds(scope: Scope, ids: readonly string[]): Promise<ClientName[]> {
  if (ids.length === 0) return [];
  return scope.db.client.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, code: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The client when it is in reach. */
export async function findClient(scope: Scope, id: string): Promise<(ClientName & { archived: boolean }) | null> {
  const client = await scope.db.client.findFirst({
    where: { id },
    select: { id: true, name: true, code: true, archivedAt: true },
  });
  return client && { id: client.id, name: client.name, code: client.code, archived: client.archivedAt !== null };
}
