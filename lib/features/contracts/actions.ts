"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { holdLivingClient } from "@/lib/features/contacts/queries/living-client";
import { columnsOf, findContract, stale } from "./actions/write-contract";
import { contractDropInput, contractEndInput, contractInput } from "./schema";

/** A new contract, or with `id` a changed one. A stale version is a conflict that carries both sides; a signed one demands an owner (R3). */
export const saveContract = action(
  { name: "saveContract", ability: "client:edit", input: contractInput },
  async function saveContract(scope, input) {
    const { clientId, id, version } = input;
    await holdLivingClient(scope, clientId);
    const before = id === null ? null : await findContract(scope, clientId, id);
    if (before && before.version !== version) throw stale(scope, before, input);
    const data = await columnsOf(scope, input, before);
    if (id === null) return scope.db.contract.create({ data: { ...data, clientId }, select: { id: true } });
    const { count } = await scope.db.contract.updateMany({ where: { id, clientId, version }, data });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

/** A signed contract ends on a day that is not ahead, its last one. */
export const endContract = action(
  { name: "endContract", ability: "client:edit", input: contractEndInput },
  async function endContract(scope, { clientId, id, version, on }) {
    await holdLivingClient(scope, clientId);
    const before = await findContract(scope, clientId, id);
    if (before.version !== version) throw stale(scope, before, null);
    if (before.status !== "signed") throw new Refusal("contract-not-signed");
    if (on > scope.today) throw new Refusal("invalid", { fields: { on: "date-in-future" } });
    const from = before.startsOn ?? before.signedOn;
    if (from !== null && on < from) throw new Refusal("invalid", { fields: { on: "date-order" } });
    const data = { status: "ended", endsOn: new Date(`${on}T00:00:00Z`) };
    const { count } = await scope.db.contract.updateMany({ where: { id, clientId, version }, data });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

/** Throws a draft away. What was once signed stays: it ends. */
export const dropContract = action(
  { name: "dropContract", ability: "client:edit", input: contractDropInput },
  async function dropContract(scope, { clientId, id, version }) {
    await holdLivingClient(scope, clientId);
    const before = await findContract(scope, clientId, id);
    if (before.version !== version) throw stale(scope, before, null);
    if (before.status !== "draft") throw new Refusal("contract-not-draft");
    const { count } = await scope.db.contract.deleteMany({ where: { id, clientId, version } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);
