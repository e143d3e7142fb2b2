"use server";

import type { z } from "zod";
import { action, lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { listOptions } from "@/lib/features/clients/queries/matches";
import { previewOf } from "./queries";
import { clientMergeInput, contactMergeInput, mergeInput, otherClientInput } from "./schema";

export const previewMerge = lookup({ ability: "client:merge", input: clientMergeInput }, (scope, input) =>
  previewOf(scope, input.winnerId, input.loserId),
);

/** Clients that this one can be merged with. */
export const searchOtherClients = lookup(
  { ability: "client:merge", input: otherClientInput },
  (scope, { query, clientId }) => listOptions(scope, query, clientId),
);

/** The loser's card goes into the winner's (domain.md 13.8). Answers the merge's id, for its undo. */
export const mergeClients = action(
  { name: "mergeClients", ability: "client:merge", input: clientMergeInput },
  async function mergeClients(scope, { winnerId, loserId }) {
    const [made] = await scope.db.$queryRaw<
      { id: string }[]
    >`select app.merge_clients(${winnerId}::uuid, ${loserId}::uuid)::text id`;
    if (!made) throw new Refusal("not-found");
    return made;
  },
);

/** Two people of one client become one. Answers the merge's id, for its undo. */
export const mergeContacts = action(
  { name: "mergeContacts", ability: "client:edit", input: contactMergeInput },
  async function mergeContacts(scope, { clientId, winnerId, loserId }) {
    const [made] = await scope.db.$queryRaw<
      { id: string }[]
    >`select app.merge_contacts(${clientId}::uuid, ${winnerId}::uuid, ${loserId}::uuid)::text id`;
    if (!made) throw new Refusal("not-found");
    return made;
  },
);

export const undoClientMerge = action(
  { name: "undoClientMerge", ability: "client:merge", input: mergeInput },
  undoMerge,
);

export const undoContactMerge = action(
  { name: "undoContactMerge", ability: "client:edit", input: mergeInput },
  undoMerge,
);

/** The database looks whether the ability is that of the merge's kind. */
async function undoMerge(scope: Scope, { id }: z.output<typeof mergeInput>) {
  await scope.db.$executeRaw`select app.undo_merge(${id}::uuid)`;
  return { id };
}
