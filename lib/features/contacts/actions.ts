"use server";

import { action, lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { zoneChoices } from "@/lib/i18n/zones";
import { insertContact, rewriteContact } from "./actions/write-contact";
import { listSameChannels } from "./queries/matches";
import { contactArchiveInput, contactEditInput, contactInput, contactMatchInput, zoneSearchInput } from "./schema";

export const createContact = action(
  { name: "createContact", ability: "client:edit", input: contactInput },
  async function createContact(scope, input) {
    return { id: await insertContact(scope, input) };
  },
);

/** A stale version is a conflict that carries both sides. */
export const updateContact = action(
  { name: "updateContact", ability: "client:edit", input: contactEditInput },
  async function updateContact(scope, input) {
    await rewriteContact(scope, input);
    return { id: input.id };
  },
);

/** Archives, or with `archived` false restores. Whoever reported to the contact still does on paper; charts show them one step higher. */
export const archiveContact = action(
  { name: "archiveContact", ability: "client:edit", input: contactArchiveInput },
  async function archiveContact(scope, { id, clientId, archived }) {
    const archivedAt = archived ? scope.now : null;
    const { count } = await scope.db.contact.updateMany({ where: { id, clientId }, data: { archivedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

/** While a phone or an address is typed: who in reach has it already. */
export const findContactDuplicates = lookup(
  { ability: "client:read", input: contactMatchInput },
  (scope, { values, except }) => listSameChannels(scope, values, except),
);

/** Time zones whose name, offset or city holds the words; the first fifty. */
export const searchZones = lookup(
  { ability: "client:read", input: zoneSearchInput },
  async function searchZones(scope, { query }) {
    const wanted = query.trim().toLowerCase();
    return zoneChoices(scope.locale, scope.now)
      .filter(({ label }) => label.toLowerCase().replace("_", " ").includes(wanted))
      .slice(0, 50);
  },
);
