"use server";

import { action, lookup } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { clientMessages } from "@/lib/i18n/client-messages";
import { binPromise, closePromise, insertPromise, rewritePromise } from "./actions/write-promise";
import { insertTouch, rewriteTouch } from "./actions/write-touch";
import { findTouchClient, listTouchClients, touchFormValues } from "./queries/touch-form";
import {
  binInput,
  cadenceInput,
  promiseEditInput,
  promiseInput,
  promiseStatusInput,
  touchClientInput,
  touchEditInput,
  touchFormInput,
  touchInput,
} from "./schema";

/** Answers the id, for the undo. */
export const logTouch = action(
  { name: "logTouch", ability: "touch:edit", input: touchInput },
  async function logTouch(scope, input) {
    return { id: await insertTouch(scope, input) };
  },
);

/** The author's own; a stale version is a conflict. */
export const editTouch = action(
  { name: "editTouch", ability: "touch:edit", input: touchEditInput },
  async function editTouch(scope, { id, version, ...input }) {
    await rewriteTouch(scope, { id, version }, input);
    return { id };
  },
);

/** Throws a touch away, or with `deleted` false takes it back within thirty days: the author's own, or anybody's for who leads. */
export const binTouch = action(
  { name: "binTouch", ability: "touch:edit", input: binInput },
  async function binTouch(scope, { id, clientId, deleted }) {
    const leads = scope.roles.some((role) => role === "admin" || role === "director" || role === "lead");
    const { count } = await scope.db.touch.updateMany({
      where: { id, clientId, ...(leads ? {} : { authorId: scope.member.id }) },
      data: { deletedAt: deleted ? scope.now : null, deletedBy: deleted ? scope.member.id : null },
    });
    if (count > 0) return { id };
    throw new Refusal((await scope.db.touch.count({ where: { id, clientId } })) > 0 ? "forbidden" : "not-found");
  },
);

export const makePromise = action(
  { name: "makePromise", ability: "touch:edit", input: promiseInput },
  async function makePromise(scope, input) {
    return { id: await insertPromise(scope, input) };
  },
);

/** A stale version is a conflict that carries both sides. */
export const editPromise = action(
  { name: "editPromise", ability: "touch:edit", input: promiseEditInput },
  async function editPromise(scope, { id, version, ...input }) {
    await rewritePromise(scope, { id, version }, input);
    return { id };
  },
);

/** Kept, broken, released, or open again. Answers the state that it had, for the undo. */
export const setPromise = action(
  { name: "setPromise", ability: "touch:edit", input: promiseStatusInput },
  async function setPromise(scope, input) {
    return { was: await closePromise(scope, input) };
  },
);

export const deletePromise = action(
  { name: "deletePromise", ability: "touch:edit", input: binInput },
  async function deletePromise(scope, input) {
    await binPromise(scope, input);
    return { id: input.id };
  },
);

/** The admin's: how often clients of a tier are to be touched. */
export const setCadence = action(
  { name: "setCadence", ability: "dictionary:edit", input: cadenceInput },
  async function setCadence(scope, { tier, version, ...columns }) {
    const { count } = await scope.db.cadence.updateMany({ where: { tier, version }, data: columns });
    if (count > 0) return { tier };
    const theirs = await scope.db.cadence.findFirst({
      where: { tier },
      select: { days: true, executiveDays: true, version: true },
    });
    throw theirs ? new Refusal("conflict", { values: { theirs, mine: columns } }) : new Refusal("not-found");
  },
);

/** What the dialog needs when it opens: its own words, the client's people, and the touch that is edited. */
export const openTouchForm = lookup(
  { ability: "client:read", input: touchFormInput },
  async function openTouchForm(scope, { clientId, touchId, locale }) {
    const stored = touchId && (await touchFormValues(scope, touchId));
    if (touchId && !stored) throw new Refusal("not-found");
    const edited = touchId && stored ? { id: touchId, ...stored } : null;
    const at = edited?.values.clientId ?? clientId;
    const client = at ? await findTouchClient(scope, at) : null;
    // Out of reach and in the archive are the same here: nothing can be written down.
    if (at && !client) throw new Refusal("not-found");
    return { today: scope.today, client, edited, messages: clientMessages(locale, ["touches"]) };
  },
);

export const searchTouchClients = lookup(
  { ability: "client:read", input: touchClientInput },
  async function searchTouchClients(scope, { query }) {
    return listTouchClients(scope, query);
  },
);
