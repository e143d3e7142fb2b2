"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { changeKind, insertKind, orderKinds } from "./actions/write-kind";
import { insertNumber, repeatNumber } from "./actions/write-number";
import {
  kindArchiveInput,
  kindEditInput,
  kindInput,
  kindOrderInput,
  numberConfirmInput,
  numberInput,
  numberRemoveInput,
} from "./schema";

export const setNumber = action(
  { name: "setNumber", ability: "client:edit", input: numberInput },
  async function setNumber(scope, input) {
    return { id: await insertNumber(scope, input) };
  },
);

/** "Still true": the value in force once more, as of today. */
export const confirmNumber = action(
  { name: "confirmNumber", ability: "client:edit", input: numberConfirmInput },
  async function confirmNumber(scope, { clientId, id }) {
    return { id: await repeatNumber(scope, clientId, id) };
  },
);

/** Takes one value back, or with `removed` false puts it where it was. */
export const removeNumber = action(
  { name: "removeNumber", ability: "client:edit", input: numberRemoveInput },
  async function removeNumber(scope, { clientId, id, removed }) {
    const removedAt = removed ? scope.now : null;
    const { count } = await scope.db.keyNumber.updateMany({ where: { id, clientId }, data: { removedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

export const addNumberKind = action(
  { name: "addNumberKind", ability: "dictionary:edit", input: kindInput },
  async function addNumberKind(scope, fields) {
    return { id: await insertKind(scope, fields) };
  },
);

/** A stale version is a conflict that carries both sides. */
export const editNumberKind = action(
  { name: "editNumberKind", ability: "dictionary:edit", input: kindEditInput },
  async function editNumberKind(scope, input) {
    await changeKind(scope, input);
    return { id: input.id };
  },
);

/** An archived kind is no longer asked for; values that clients have stay. */
export const archiveNumberKind = action(
  { name: "archiveNumberKind", ability: "dictionary:edit", input: kindArchiveInput },
  async function archiveNumberKind(scope, { id, version, archived }) {
    const archivedAt = archived ? scope.now : null;
    const { count } = await scope.db.numberKind.updateMany({ where: { id, version }, data: { archivedAt } });
    if (count > 0) return { id };
    const there = await scope.db.numberKind.findFirst({ where: { id }, select: { id: true } });
    throw new Refusal(there ? "conflict" : "not-found");
  },
);

export const orderNumberKinds = action(
  { name: "orderNumberKinds", ability: "dictionary:edit", input: kindOrderInput },
  async function orderNumberKinds(scope, { ids }) {
    await orderKinds(scope, ids);
    return { ids };
  },
);
