"use server";

import { action } from "@/lib/access/doors";
import { Refusal } from "@/lib/access/refusal";
import { conflict, groupMustLive, productForm } from "./actions/write-product";
import { rateForm, rateTyped } from "./actions/write-rate";
import {
  groupArchiveInput,
  groupInput,
  productArchiveInput,
  productInput,
  productMoveInput,
  rateInput,
} from "./schema";

/** A new product, or a changed one. A stale version is a conflict that carries both sides. Sales keep the group they were booked in. */
export const saveProduct = action(
  { name: "saveProduct", ability: "dictionary:edit", input: productInput },
  async function saveProduct(scope, { id, version, ...data }) {
    const before = id === null ? null : await productForm(scope, id);
    if (before && before.version !== version) throw conflict(before.form, before.version, data);
    await groupMustLive(scope, data.groupId, before?.form.groupId ?? null);
    if (id === null) return scope.db.product.create({ data, select: { id: true } });
    const { count } = await scope.db.product.updateMany({ where: { id, version }, data });
    if (count === 0) throw new Refusal("not-found");
    return { id };
  },
);

/** An archived product leaves the list; its sales keep it. */
export const archiveProduct = action(
  { name: "archiveProduct", ability: "dictionary:edit", input: productArchiveInput },
  async function archiveProduct(scope, { id, version, archived }) {
    const data = { archivedAt: archived ? scope.now : null };
    const { count } = await scope.db.product.updateMany({ where: { id, version }, data });
    if (count === 1) return { id };
    const now = await productForm(scope, id);
    throw conflict(now.form, now.version, { archived });
  },
);

/** All or none. Answers how many have changed their group. */
export const moveProducts = action(
  { name: "moveProducts", ability: "dictionary:edit", input: productMoveInput },
  async function moveProducts(scope, { ids, groupId }) {
    await groupMustLive(scope, groupId, null);
    const known = await scope.db.product.count({ where: { id: { in: ids } } });
    if (known !== new Set(ids).size) throw new Refusal("not-found");
    const other =
      groupId === null ? { groupId: { not: null } } : { OR: [{ groupId: null }, { groupId: { not: groupId } }] };
    const { count } = await scope.db.product.updateMany({ where: { id: { in: ids }, ...other }, data: { groupId } });
    return { moved: count };
  },
);

export const saveProductGroup = action(
  { name: "saveProductGroup", ability: "dictionary:edit", input: groupInput },
  async function saveProductGroup(scope, { id, version, name }) {
    if (id === null) return scope.db.productGroup.create({ data: { name }, select: { id: true } });
    const { count } = await scope.db.productGroup.updateMany({ where: { id, version }, data: { name } });
    if (count === 1) return { id };
    const now = await scope.db.productGroup.findFirst({ where: { id }, select: { name: true, version: true } });
    throw now ? conflict({ name: now.name }, now.version, { name }) : new Refusal("not-found");
  },
);

/** Only a group without living products can go into the archive; sales and plans keep it. */
export const archiveProductGroup = action(
  { name: "archiveProductGroup", ability: "dictionary:edit", input: groupArchiveInput },
  async function archiveProductGroup(scope, { id, version, archived }) {
    if (archived && (await scope.db.product.count({ where: { groupId: id, archivedAt: null } })) > 0)
      throw new Refusal("group-has-products");
    const data = { archivedAt: archived ? scope.now : null };
    const { count } = await scope.db.productGroup.updateMany({ where: { id, version }, data });
    if (count === 1) return { id };
    const now = await scope.db.productGroup.findFirst({ where: { id }, select: { name: true, version: true } });
    throw now ? conflict({ name: now.name }, now.version, { archived }) : new Refusal("not-found");
  },
);

/** A rate for a day. Sales that are booked keep the rate that they were booked with. */
export const saveRate = action(
  { name: "saveRate", ability: "dictionary:edit", input: rateInput },
  async function saveRate(scope, { id, version, currency, onDay, rate }) {
    if (currency === scope.company.currency) throw new Refusal("invalid", { fields: { currency: "own-currency" } });
    const data = {
      currency,
      onDay: new Date(`${onDay}T00:00:00Z`),
      rate: rateTyped(rate, scope.locale === "ru" ? "," : "."),
    };
    if (id === null) return scope.db.rate.create({ data, select: { id: true } });
    const { count } = await scope.db.rate.updateMany({ where: { id, version }, data });
    if (count === 1) return { id };
    const now = await rateForm(scope, id);
    throw conflict(now.form, now.version, { currency, onDay, rate });
  },
);
