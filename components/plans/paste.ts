import type { PlanSheet } from "@/lib/features/plans/queries";
import type { Locale } from "@/lib/i18n/locale";
import { readBlock } from "./amount-input";
import type { Place } from "./grid-place";
import type { Wish } from "./use-cells";

/** `over`: the month was over when this version was drawn up. */
export type PasteFault = Wish & { text: string; over: boolean };

/** A clipboard's block put down at a cell: what to pin, what cannot be, and how many cells would fall beyond the table. Empty cells change nothing. */
export function pasted(
  text: string,
  from: Place,
  { sheet, locale, kept }: { sheet: PlanSheet; locale: Locale; kept: number },
): { wishes: Wish[]; faults: PasteFault[]; outside: number } {
  const wishes: Wish[] = [];
  const faults: PasteFault[] = [];
  let outside = 0;
  for (const cell of readBlock(text, sheet.currency, locale)) {
    if (cell.value === undefined) continue;
    const month = from.month + cell.column;
    const row = sheet.rows[from.row + cell.row];
    if (!row || month > 11) outside += 1;
    else if (cell.value === null) faults.push({ clientId: row.id, month, value: null, text: cell.text, over: false });
    else if (month >= kept) wishes.push({ clientId: row.id, month, value: cell.value });
    else if (row.cells[month] !== cell.value)
      faults.push({ clientId: row.id, month, value: cell.value, text: cell.text, over: true });
  }
  return { wishes, faults, outside };
}
