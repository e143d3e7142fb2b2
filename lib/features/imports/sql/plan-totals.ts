import { currencyExponent, decimalOf } from "@/lib/domain/money";
import { type TypingFlag, typingFlag } from "@/lib/domain/plan-typing-check";
import type { CellFault, Counts, KindContext, Question, RowDraft, Total } from "../kind";
import { select } from "./staged";

// Both kinds of plans make `cell` (row_no, field, amount, stands: what the newest version says there, and whether it differs) and `good`.

/** A row is new when nothing of it stands yet. */
export const goodRows = `create temp table good on commit drop as
  select row_no, gen_random_uuid() as id, bool_and(stands is null) as is_new, bool_or(differs) and not bool_and(stands is null) as changed
  from cell group by row_no`;

export async function countCells({ scope }: KindContext): Promise<Counts> {
  const [row] = await select<Counts>(
    scope,
    `select (count(*) filter (where is_new))::int as create, (count(*) filter (where changed))::int as update,
       (count(*) filter (where not is_new and not changed))::int as same, 0 as remove from good`,
  );
  return row ?? { create: 0, update: 0, same: 0, remove: 0 };
}

export async function totalCells({ scope }: KindContext): Promise<{ totals: Total[]; rounding: string }> {
  const [row] = await select<{ sum: string | null }>(
    scope,
    "select sum(c.amount)::text as sum from cell c join good g on g.row_no = c.row_no",
  );
  const { currency } = scope.company;
  const value = decimalOf(BigInt(row?.sum ?? 0), currencyExponent(currency));
  return { totals: [{ field: "amount", currency, value }], rounding: "0" };
}

/** Cells that look like typing errors (domain.md 3): of a wide table in their row, else in `series`, an expression over the cell c. */
export async function typingQuestions({ scope }: KindContext, series: string): Promise<Question[]> {
  const rows = await select<{ row: number; field: string; amount: string; series: string }>(
    scope,
    `select c.row_no as row, c.field, c.amount::text, case when c.field = 'amount' then ${series} else c.row_no::text end as series from cell c order by c.row_no, c.field`,
  );
  const all = new Map<string, typeof rows>();
  for (const row of rows) {
    const known = all.get(row.series);
    if (known) known.push(row);
    else all.set(row.series, [row]);
  }
  return [...all.values()].flatMap((cells): Question[] => {
    const flag = typingFlag(cells.map(({ amount }) => BigInt(amount)));
    const cell = flag && cells[flag.place];
    return flag && cell ? [questionOf(cell, flag)] : [];
  });
}

function questionOf({ row, field }: { row: number; field: string }, { value, next, times }: TypingFlag): Question {
  const detail = { next: String(next), times: Number(times) };
  return { row, field, code: "plan-typing-error", value: String(value), detail };
}

/** Plans are kept in the company's currency, and no larger than it can count. */
export function planAmountFault(row: RowDraft, fields: readonly string[]): CellFault | null {
  for (const field of fields) {
    const amount = row.amount(field);
    if (!amount) continue;
    if ((amount.currency ?? row.fallback) !== row.company) return { field, code: "plan-currency" };
    if (amount.value.units.toString().length > 17 + amount.value.scale) return { field, code: "amount-large" };
  }
  return null;
}
