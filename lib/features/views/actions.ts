"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { newViewInput, renameViewInput, viewIdInput } from "./schema";

export const saveView = action(
  { name: "saveView", ability: "view:edit", input: newViewInput },
  async function saveView(scope, input) {
    return scope.db.savedView.create({ data: input, select: { id: true, name: true, query: true } });
  },
);

export const renameView = action(
  { name: "renameView", ability: "view:edit", input: renameViewInput },
  async function renameView(scope, { id, name }) {
    const { count } = await scope.db.savedView.updateMany({ where: { id }, data: { name } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

export const deleteView = action(
  { name: "deleteView", ability: "view:edit", input: viewIdInput },
  async function deleteView(scope, { id }) {
    const { count } = await scope.db.savedView.deleteMany({ where: { id } });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);
