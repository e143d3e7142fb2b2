import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { bookDay, listBookClients, listHistory, listWorkdays } from "../queries/book-basis";
import { sumOfCells } from "../queries/cells";
import { type PlanCells, splitPlan } from "../split-plan";
import { planMonths } from "../year";
import type { LockedVersion } from "./lock-version";

/**
 * Splits what is left of the figure anew around the pins of `wanted` and writes the cells that change against `before`. `clients`: those that take
 * part. Cells of clients that the caller does not see keep their amounts. Refuses what cannot add up, naming by how much.
 */
export async function resplit(
  scope: Scope,
  version: LockedVersion,
  { before, wanted, take }: { before: PlanCells; wanted: PlanCells; take: "planned" | "book" },
): Promise<void> {
  const months = planMonths(version.startsOn);
  const clients = await listBookClients(scope, {
    memberId: take === "book" ? version.memberId : null,
    on: bookDay(version.startsOn, scope.today),
    ids: [...before.keys()],
  });
  const hidden = version.cellsTotal - sumOfCells(before);
  const split = splitPlan(
    { figure: version.figure - hidden, rule: version.rule, months, memberId: version.memberId },
    {
      clients,
      history: await listHistory(
        scope,
        clients.map(({ id }) => id),
        months,
      ),
      workdays: await listWorkdays(scope, months),
    },
    wanted,
  );
  if (!split.ok) throw impossible(split.excess);
  const codes = new Map(clients.map(({ id, code }) => [code, id]));
  const changed = split.rows.flatMap(({ code, cells }) => {
    const clientId = codes.get(code) ?? "";
    return cells.flatMap((amount, at) => {
      const old = before.get(clientId)?.[at];
      const pinned = wanted.get(clientId)?.[at]?.pinned ?? false;
      if (old && old.amount === amount && old.pinned === pinned) return [];
      return [{ clientId, month: months[at], amount: String(amount - (old?.fixed ?? 0n)), pinned }];
    });
  });
  await writeCells(scope, version.id, changed);
}

/** `excess` above 0: the pins are above the figure by it. Below 0: everything is pinned and so much of the figure is left. */
function impossible(excess: bigint): Refusal {
  const code = excess > 0n ? "plan-exceeds" : "plan-all-pinned";
  return new Refusal("invalid", { fields: { cells: code, figure: code }, values: { excess: String(excess) } });
}

type NewCell = { clientId: string; month: string | undefined; amount: string; pinned: boolean };

async function writeCells(scope: Scope, versionId: string, cells: readonly NewCell[]): Promise<void> {
  if (cells.length === 0) return;
  await scope.db.$executeRaw`
    insert into plan_cell (version_id, client_id, card_id, month, amount, pinned)
    select ${versionId}::uuid, n."clientId", n."clientId", n.month, n.amount, n.pinned
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) n("clientId" uuid, month date, amount bigint, pinned boolean)
    on conflict (tenant_id, version_id, month, client_id, card_id) do update set amount = excluded.amount, pinned = excluded.pinned`;
}
