"use server";

import type { z } from "zod";
import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { slotFault } from "@/lib/domain/delivery-slot";
import { holdLivingClient } from "@/lib/features/contacts/queries/living-client";
import { listAddresses } from "./queries";
import { addressEditInput, addressInput, addressRemoveInput } from "./schema";

export const createAddress = action(
  { name: "createAddress", ability: "client:edit", input: addressInput },
  async function createAddress(scope, fields) {
    await holdLivingClient(scope, fields.clientId);
    return scope.db.clientAddress.create({ data: checked(fields), select: { id: true } });
  },
);

/** A stale version is a conflict that carries both sides. */
export const updateAddress = action(
  { name: "updateAddress", ability: "client:edit", input: addressEditInput },
  async function updateAddress(scope, { id, version, ...fields }) {
    await holdLivingClient(scope, fields.clientId);
    const where = { id, clientId: fields.clientId, version, removedAt: null };
    const { count } = await scope.db.clientAddress.updateMany({ where, data: checked(fields) });
    if (count > 0) return { id };
    const found = (await listAddresses(scope, fields.clientId)).find((address) => address.id === id);
    if (!found) throw new Refusal("not-found");
    const { kind, place, slots } = found;
    const words = { name: found.name ?? "", contactId: found.contactId ?? "", terms: found.terms ?? "" };
    throw new Refusal("conflict", {
      values: { theirs: { kind, place, slots, ...words }, version: found.version, mine: fields },
    });
  },
);

/** Throws an address away, or with `removed` false brings it back. */
export const removeAddress = action(
  { name: "removeAddress", ability: "client:edit", input: addressRemoveInput },
  async function removeAddress(scope, { id, clientId, removed }) {
    const removedAt = removed ? scope.now : null;
    const { count } = await scope.db.clientAddress.updateMany({ where: { id, clientId }, data: { removedAt } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

function checked(fields: z.output<typeof addressInput>) {
  const fault = slotFault(fields.slots);
  if (fault) throw new Refusal("invalid", { fields: { [`slots.${fault.at}`]: fault.code } });
  return fields;
}
