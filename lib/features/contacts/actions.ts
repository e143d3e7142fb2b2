"use server";

import { action, lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { zoneChoices } from "@/lib/i18n/zones";
import { insertContact, rewriteContact } from "./actions/write-contact";
import { insertFact, rewriteFact, writeTie } from "./actions/write-friendship";
import { listSameChannels } from "./queries/matches";
import {
  colleagueSearchInput,
  contactArchiveInput,
  contactEditInput,
  contactInput,
  contactMatchInput,
  factEditInput,
  factInput,
  factRemoveInput,
  tieInput,
  zoneSearchInput,
} from "./schema";

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

/** Says how well somebody of ours knows a contact, or that they do not (strength 0). */
export const setTie = action(
  { name: "setTie", ability: "client:edit", input: tieInput },
  async function setTie(scope, tie) {
    await writeTie(scope, tie);
    return { contactId: tie.contactId };
  },
);

export const addFact = action(
  { name: "addFact", ability: "client:edit", input: factInput },
  async function addFact(scope, fact) {
    return { id: await insertFact(scope, fact) };
  },
);

/** A stale version is a conflict that carries both sides. */
export const editFact = action(
  { name: "editFact", ability: "client:edit", input: factEditInput },
  async function editFact(scope, fact) {
    await rewriteFact(scope, fact);
    return { id: fact.id };
  },
);

/** Throws a fact away, or with `removed` false brings it back. */
export const removeFact = action(
  { name: "removeFact", ability: "client:edit", input: factRemoveInput },
  async function removeFact(scope, { removed, ...where }) {
    const removedAt = removed ? scope.now : null;
    const { count } = await scope.db.contactFact.updateMany({ where, data: { removedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id: where.id };
  },
);

/** Who works here and has these letters in their name; the first twenty. */
export const searchColleagues = lookup(
  { ability: "client:read", input: colleagueSearchInput },
  async function searchColleagues(scope, { query }) {
    return scope.db.member.findMany({
      where: { name: { contains: query.trim(), mode: "insensitive" }, leftOn: null },
      select: { id: true, name: true, jobTitle: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 20,
    });
  },
);
