import { amountText, readings } from "./amount-text";
import { type Cell, cellWords, isEmptyCell } from "./cell";
import { normaliseHeader } from "./normalise-header";
import { plainValue } from "./plain-value";

const russian = /^((общий|общая|промежуточный) )?(итоги?|итого|всего)( (по|за|на|с|без|в|руб|общий)( .*)?)?$|^.+ итог$/;
const english = /^((grand|sub|overall) )?(subtotals?|totals?|sum)( (for|of|in|by|amount|due)( .*)?)?$|^.+ total$/;

/**
 * Whether a row sums up the rows above it: its first words are "Итого", "Всего по складу", "Grand total", "Иванов Итог" (as
 * a pivot table writes), and all that stands behind them are figures, at least one. So «Итого Трейд» is a client, and a
 * sale to a client called "Total" is a sale, since its row names a product or a day too.
 */
export function isTotalsRow(cells: readonly Cell[]): boolean {
  const at = cells.findIndex((cell) => !isEmptyCell(cell));
  const words = normaliseHeader(cellWords(cells[at]));
  if (!russian.test(words) && !english.test(words)) return false;
  const behind = cells.slice(at + 1).filter((cell) => !isEmptyCell(cell));
  return behind.length > 0 && behind.every(isFigure);
}

function isFigure(cell: Cell): boolean {
  const plain = plainValue(cell);
  if (!plain.ok) return true; // a sum that went wrong, #REF!, is still a sum
  if (typeof plain.value !== "string") return typeof plain.value === "number" || isPercent(plain.value);
  const text = amountText(plain.value);
  const meant = text && readings(text.body);
  return !meant || meant[","] !== null || meant["."] !== null;
}

function isPercent(value: unknown): boolean {
  return typeof value === "object" && value !== null && "percent" in value;
}
