import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { PlanCellState, PlanCells } from "../split-plan";

const stored = z.object({
  clientId: z.string(),
  cells: z.array(z.tuple([z.string(), z.string(), z.string(), z.boolean()])),
});

/** The version's cells of clients in reach. A client of merged cards has one cell a month, the sum of them. One statement. */
export async function listCells(scope: Scope, versionId: string, months: readonly CalendarDate[]): Promise<PlanCells> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select client_id::text "clientId", json_agg(json_build_array(month, amount::text, fixed::text, pinned)) cells from (
      select client_id, month, sum(amount) amount, coalesce(sum(amount) filter (where card_id <> client_id), 0) fixed, bool_or(pinned) pinned
      from plan_cell where version_id = ${versionId}::uuid group by client_id, month) m
    group by client_id`;
  const places = new Map(months.map((month, at) => [month, at]));
  return new Map(
    rows.map((row) => {
      const { clientId, cells } = stored.parse(row);
      const byMonth: (PlanCellState | undefined)[] = months.map(() => undefined);
      for (const [month, amount, fixed, pinned] of cells) {
        const at = places.get(month);
        if (at !== undefined) byMonth[at] = { amount: BigInt(amount), fixed: BigInt(fixed), pinned };
      }
      return [clientId, byMonth];
    }),
  );
}

export function sumOfCells(cells: PlanCells): bigint {
  let sum = 0n;
  for (const row of cells.values()) for (const cell of row) sum += cell?.amount ?? 0n;
  return sum;
}
