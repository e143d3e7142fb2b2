import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";

/** Products can only go into a group that is there and not archived; null is none. */
export async function groupMustLive(scope: Scope, groupId: string | null, before: string | null): Promise<void> {
  if (groupId === null || groupId === before) return;
  const found = await scope.db.productGroup.findFirst({
    where: { id: groupId, archivedAt: null },
    select: { id: true },
  });
  if (!found) throw new Refusal("invalid", { fields: { groupId: "not-a-choice" } });
}

const columns = { code: true, name: true, groupId: true, unit: true, version: true } as const;

/** The product as its form shows it, or "not found". */
export async function productForm(scope: Scope, id: string) {
  const found = await scope.db.product.findFirst({ where: { id }, select: columns });
  if (!found) throw new Refusal("not-found");
  const { version, ...product } = found;
  return { version, form: { ...product, groupId: product.groupId ?? "", unit: product.unit ?? "" } };
}

/** A conflict with what stands there now. */
export function conflict(theirs: object, version: number, mine: object): Refusal {
  return new Refusal("conflict", { values: { theirs, version, mine } });
}
