"use server";

import { action, lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { innVerdict, insertClient, replaceTags, rewriteClient } from "./actions/write-client";
import { findClient } from "./queries";
import { clientChoices } from "./queries/choices";
import { listDuplicates, listHits, listOptions } from "./queries/matches";
import {
  bulkTagInput,
  clientArchiveInput,
  clientChoicesInput,
  clientEditInput,
  clientInput,
  clientSearchInput,
  duplicateInput,
  newTagInput,
} from "./schema";

/** Answers the new client's id. A known INN in reach is refused with the client it belongs to; out of reach it leaves a note to the admin. */
export const createClient = action(
  { name: "createClient", ability: "client:create", input: clientInput },
  async function createClient(scope, input) {
    const refused = await innVerdict(scope, input);
    if (refused) return refused;
    const id = await insertClient(scope, input);
    await replaceTags(scope, id, input.tagIds);
    return { id };
  },
);

/** A stale version is a conflict that carries both sides. */
export const updateClient = action(
  { name: "updateClient", ability: "client:edit", input: clientEditInput },
  async function updateClient(scope, input) {
    const refused = await rewriteClient(scope, input);
    if (refused) return refused;
    await replaceTags(scope, input.id, input.tagIds);
    return { id: input.id };
  },
);

/** Archives, or with `archived` false restores. Doing it twice does nothing more. */
export const archiveClient = action(
  { name: "archiveClient", ability: "client:archive", input: clientArchiveInput },
  async function archiveClient(scope, { id, archived }) {
    const { count } = await scope.db.client.updateMany({
      where: { id, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? scope.now : null },
    });
    if (count === 0 && !(await findClient(scope, id))) throw new Refusal("not-found");
    return { id };
  },
);

/** Answers the clients that did not have the tag before: those that an undo takes it from. */
export const addTag = action(
  { name: "addTag", ability: "client:edit", input: bulkTagInput },
  async function addTag(scope, { clientIds, tagId }) {
    const reached = await scope.db.client.count({ where: { id: { in: clientIds } } });
    if (reached !== new Set(clientIds).size) throw new Refusal("not-found");
    const tagged = await scope.db.$queryRaw<{ id: string }[]>`
      insert into client_tag (client_id, tag_id) select distinct id, ${tagId}::uuid from unnest(${clientIds}::uuid[]) id
      on conflict do nothing returning client_id::text id`;
    return { clientIds: tagged.map(({ id }) => id) };
  },
);

export const removeTag = action(
  { name: "removeTag", ability: "client:edit", input: bulkTagInput },
  async function removeTag(scope, { clientIds, tagId }) {
    const { count } = await scope.db.clientTag.deleteMany({ where: { clientId: { in: clientIds }, tagId } });
    if (count === 0) throw new Refusal("not-found");
    return { count };
  },
);

/** A new word of the company's own, from within a form. */
export const createTag = action(
  { name: "createTag", ability: "dictionary:edit", input: newTagInput },
  async function createTag(scope, { name }) {
    return scope.db.tag.create({ data: { name }, select: { id: true, name: true } });
  },
);

export const listClientChoices = lookup({ ability: "client:read", input: clientChoicesInput }, (scope) =>
  clientChoices(scope),
);

/** For a list that is searched while typing: parents, transfers, whatever points at a client. */
export const searchClients = lookup({ ability: "client:read", input: clientSearchInput }, (scope, { query, except }) =>
  listOptions(scope, query, except),
);

export const findClientDuplicates = lookup({ ability: "client:read", input: duplicateInput }, (scope, draft) =>
  listDuplicates(scope, draft),
);

/** For the command palette. */
export const searchEverything = lookup({ ability: "client:read", input: clientSearchInput }, (scope, { query }) =>
  listHits(scope, query),
);
