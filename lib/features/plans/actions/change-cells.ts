import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { listCells } from "../queries/cells";
import { isKept, type PlanCellState, type PlanCells } from "../split-plan";
import { planMonths } from "../year";
import type { LockedVersion } from "./lock-version";
import { resplit } from "./write-cells";

/** `value` null takes the pin off; `seen` is the pinned value that the screen showed, null where there was none. */
export type CellEdit = { clientId: string; month: number; value: bigint | null; seen: bigint | null };

const pinOf = (cell: PlanCellState) => (cell.pinned ? cell.amount : null);

/**
 * Pins and unpins cells of a locked draft, all or none, and splits the rest anew. A conflict is only that somebody else has pinned or unpinned
 * the very cell since it was seen (domain.md 4): that a split moved it is none.
 */
export async function changeCells(scope: Scope, version: LockedVersion, edits: readonly CellEdit[]): Promise<void> {
  const months = planMonths(version.startsOn);
  const before = await listCells(scope, version.id, months);
  const wanted: PlanCells = new Map([...before].map(([id, row]) => [id, [...row]]));
  const theirs: { clientId: string; month: number; value: string | null; amount: string }[] = [];
  for (const { clientId, month, value, seen } of edits) {
    const cell = before.get(clientId)?.[month];
    const row = wanted.get(clientId);
    if (!cell || !row) throw new Refusal("not-found");
    if (isKept(version.rule, months[month] ?? "")) throw new Refusal("plan-month-over");
    const stands = pinOf(cell);
    if (stands !== seen && stands !== value)
      theirs.push({ clientId, month, value: stands === null ? null : String(stands), amount: String(cell.amount) });
    row[month] = { ...cell, amount: value ?? cell.amount, pinned: value !== null };
  }
  if (theirs.length > 0) throw new Refusal("conflict", { values: { theirs } });
  await resplit(scope, version, { before, wanted, take: "planned" });
}
