"use server";

import { action, lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { holdLivingClient } from "@/lib/features/contacts/queries/living-client";
import { changePartner, changePerson, withScheme } from "./actions/write-partner";
import { listClientPartners } from "./queries";
import {
  linkEditInput,
  linkInput,
  linkRemoveInput,
  partnerArchiveInput,
  partnerEditInput,
  partnerInput,
  partnerPeopleInput,
  partnerPersonArchiveInput,
  partnerPersonEditInput,
  partnerPersonInput,
  partnerSearchInput,
} from "./schema";

export const createPartner = action(
  { name: "createPartner", ability: "partner:edit", input: partnerInput },
  async function createPartner(scope, fields) {
    return scope.db.partner.create({ data: withScheme(fields), select: { id: true } });
  },
);

/** A stale version is a conflict that carries both sides. */
export const updatePartner = action(
  { name: "updatePartner", ability: "partner:edit", input: partnerEditInput },
  async function updatePartner(scope, input) {
    await changePartner(scope, input);
    return { id: input.id };
  },
);

/** An archived partner is no longer offered; clients keep it. */
export const archivePartner = action(
  { name: "archivePartner", ability: "partner:edit", input: partnerArchiveInput },
  async function archivePartner(scope, { id, archived }) {
    const archivedAt = archived ? scope.now : null;
    const { count } = await scope.db.partner.updateMany({ where: { id }, data: { archivedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

export const createPartnerPerson = action(
  { name: "createPartnerPerson", ability: "partner:edit", input: partnerPersonInput },
  async function createPartnerPerson(scope, fields) {
    return scope.db.partnerPerson.create({ data: fields, select: { id: true } });
  },
);

/** A stale version is a conflict that carries both sides. */
export const updatePartnerPerson = action(
  { name: "updatePartnerPerson", ability: "partner:edit", input: partnerPersonEditInput },
  async function updatePartnerPerson(scope, input) {
    await changePerson(scope, input);
    return { id: input.id };
  },
);

export const archivePartnerPerson = action(
  { name: "archivePartnerPerson", ability: "partner:edit", input: partnerPersonArchiveInput },
  async function archivePartnerPerson(scope, { id, partnerId, archived }) {
    const archivedAt = archived ? scope.now : null;
    const { count } = await scope.db.partnerPerson.updateMany({ where: { id, partnerId }, data: { archivedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

export const linkPartner = action(
  { name: "linkPartner", ability: "client:edit", input: linkInput },
  async function linkPartner(scope, fields) {
    await holdLivingClient(scope, fields.clientId);
    return scope.db.clientPartner.create({ data: fields, select: { id: true } });
  },
);

/** A stale version is a conflict that carries both sides. */
export const updateLink = action(
  { name: "updateLink", ability: "client:edit", input: linkEditInput },
  async function updateLink(scope, { id, version, ...fields }) {
    await holdLivingClient(scope, fields.clientId);
    const where = { id, clientId: fields.clientId, version, removedAt: null };
    const { count } = await scope.db.clientPartner.updateMany({ where, data: fields });
    if (count > 0) return { id };
    const found = (await listClientPartners(scope, fields.clientId)).find((link) => link.id === id);
    if (!found) throw new Refusal("not-found");
    const { partnerId, role } = found;
    const theirs = { partnerId, role, personId: found.personId ?? "", note: found.note ?? "" };
    throw new Refusal("conflict", { values: { theirs, version: found.version, mine: fields } });
  },
);

/** Takes the partner off the client, or with `removed` false puts it back. */
export const removeLink = action(
  { name: "removeLink", ability: "client:edit", input: linkRemoveInput },
  async function removeLink(scope, { id, clientId, removed }) {
    const removedAt = removed ? scope.now : null;
    const { count } = await scope.db.clientPartner.updateMany({ where: { id, clientId }, data: { removedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

/** Living partners whose name holds the letters; the first thirty. */
export const searchPartners = lookup(
  { ability: "client:read", input: partnerSearchInput },
  async function searchPartners(scope, { query }) {
    return scope.db.partner.findMany({
      where: { name: { contains: query.trim(), mode: "insensitive" }, archivedAt: null },
      select: { id: true, name: true, kind: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 30,
    });
  },
);

export const listPartnerPeople = lookup(
  { ability: "client:read", input: partnerPeopleInput },
  async function listPartnerPeople(scope, { partnerId }) {
    return scope.db.partnerPerson.findMany({
      where: { partnerId, archivedAt: null },
      select: { id: true, name: true, jobTitle: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
  },
);
