import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type MinorUnits, sumOf } from "@/lib/domain/money";
import { type Pin, type Split, splitFigure } from "@/lib/domain/split-figure";
import { splitWeights } from "@/lib/domain/split-weights";
import { type BookClient, type History, sumHistory } from "./queries/book-basis";
import type { PlanRule } from "./schema";

/** What stands in a client's month. `fixed`: the part that came with merged cards, which stays as it is beneath the cell's own. */
export type PlanCellState = { amount: MinorUnits; fixed: MinorUnits; pinned: boolean };
/** Cells by client, then by month of the plan (0–11). */
export type PlanCells = Map<string, (PlanCellState | undefined)[]>;

export type SplitBook = { clients: readonly BookClient[]; history: History; workdays: readonly number[] };

/** The months of a plan that were over when its version was drawn up. */
export function isKept(rule: Pick<PlanRule, "keptBefore">, month: CalendarDate): boolean {
  return rule.keptBefore !== null && month < rule.keptBefore;
}

/**
 * The figure among these clients by the rule of the version. `figure` is what all their cells add up to. Pins, months that were over and clients
 * that are no longer of the book keep what stands there. The answer's cells are amounts as a person sees them.
 */
export function splitPlan(
  { figure, rule, months, memberId }: { figure: MinorUnits; rule: PlanRule; months: CalendarDate[]; memberId: string },
  { clients, history, workdays }: SplitBook,
  cells: PlanCells,
): Split {
  const ofBook = (client: BookClient) => client.ownerId === memberId && !client.archived;
  const inBook = clients.filter(ofBook);
  const weights = splitWeights(
    rule.basis,
    inBook.map(({ id, potential }) => ({
      lastYear: history.get(id)?.reduce((sum, amount) => sum + amount, 0n) ?? null,
      potential,
      growth: rule.growth,
    })),
  );
  const weightOf = new Map(inBook.map(({ id }, at) => [id, weights[at]?.weight ?? 0n]));
  const stands = (id: string, month: number) => cells.get(id)?.[month];
  const own = (cell: PlanCellState | undefined) => (cell ? cell.amount - cell.fixed : 0n);
  const pins = clients.flatMap((client) =>
    months.flatMap((month, at): Pin[] => {
      const cell = stands(client.id, at);
      const stays = cell?.pinned || isKept(rule, month) || !ofBook(client);
      return stays ? [{ code: client.code, month: at, value: own(cell) }] : [];
    }),
  );
  const fixed = clients.reduce(
    (sum, { id }) => sum + months.reduce((part, _, at) => part + (stands(id, at)?.fixed ?? 0n), 0n),
    0n,
  );
  const split = splitFigure({
    figure: figure - fixed,
    clients: clients.map(({ id, code }) => ({
      code,
      weight: weightOf.get(id) ?? 0n,
      profile: rule.profile === "client" ? (history.get(id) ?? null) : null,
    })),
    workdays,
    bookProfile: rule.profile === "workdays" ? null : sumHistory(history, months.length),
    pins,
  });
  if (!split.ok) return split;
  const idOf = new Map(clients.map(({ id, code }) => [code, id]));
  const rows = split.rows.map((row) => {
    const shown = row.cells.map((amount, at) => amount + (stands(idOf.get(row.code) ?? "", at)?.fixed ?? 0n));
    return { ...row, cells: shown, total: sumOf(shown) };
  });
  return { ...split, rows };
}
