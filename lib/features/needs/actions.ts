"use server";

import type { z } from "zod";
import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { needDays, needFault } from "@/lib/domain/need";
import { holdLivingClient } from "@/lib/features/contacts/queries/living-client";
import { listNeeds, type NeedRow } from "./queries";
import { needEditInput, needInput, needRemoveInput } from "./schema";

export const createNeed = action(
  { name: "createNeed", ability: "client:edit", input: needInput },
  async function createNeed(scope, fields) {
    await holdLivingClient(scope, fields.clientId);
    const data = columnsOf(scope, fields, null);
    return scope.db.need.create({ data: { ...data, clientId: fields.clientId }, select: { id: true } });
  },
);

/** A stale version is a conflict that carries both sides. */
export const updateNeed = action(
  { name: "updateNeed", ability: "client:edit", input: needEditInput },
  async function updateNeed(scope, { id, version, ...fields }) {
    await holdLivingClient(scope, fields.clientId);
    const before = (await listNeeds(scope, fields.clientId)).find((need) => need.id === id);
    if (!before) throw new Refusal("not-found");
    if (before.version !== version)
      throw new Refusal("conflict", { values: { theirs: formOf(before), version: before.version, mine: fields } });
    const data = columnsOf(scope, fields, before);
    const { count } = await scope.db.need.updateMany({ where: { id, clientId: fields.clientId, version }, data });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

/** Throws a need away, or with `removed` false brings it back. */
export const removeNeed = action(
  { name: "removeNeed", ability: "client:edit", input: needRemoveInput },
  async function removeNeed(scope, { id, clientId, removed }) {
    const removedAt = removed ? scope.now : null;
    const { count } = await scope.db.need.updateMany({ where: { id, clientId }, data: { removedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

function formOf(need: NeedRow) {
  const { kind, title, raisedOn, status } = need;
  const words = { detail: need.detail ?? "", offer: need.offer ?? "", dropReason: need.dropReason ?? "" };
  return { kind, title, raisedOn, status, contactId: need.contactId ?? "", ...words };
}

function columnsOf(scope: Scope, fields: z.output<typeof needInput>, before: NeedRow | null) {
  const missing = needFault(fields);
  if (missing) throw new Refusal("invalid", { fields: { [missing]: "required" } });
  if (fields.raisedOn > scope.today) throw new Refusal("invalid", { fields: { raisedOn: "date-in-future" } });
  const { clientId: _client, raisedOn, dropReason, ...columns } = fields;
  const { offeredOn, closedOn } = needDays(before, fields.status, scope.today);
  const day = (text: string | null) => text && new Date(`${text}T00:00:00Z`);
  return {
    ...columns,
    raisedOn: new Date(`${raisedOn}T00:00:00Z`),
    offeredOn: day(offeredOn),
    closedOn: day(closedOn),
    dropReason: fields.status === "dropped" ? dropReason : null,
  };
}
