import type { AmountStyle } from "./amount-style";
import type { Cell } from "./cell";
import { type Decimal, decimalText } from "./decimal";
import { faulty, type Parsed, parsed } from "./fault";
import { parseAmount } from "./parse-amount";

/** The digits that a quantity may have after its point. */
export const quantityScale = 6;

/** An exact quantity (of pieces, kilograms, hours; with more digits after the point, a rate); null where the cell is empty or a dash. */
export function parseQuantity(
  cell: Cell | undefined,
  style: AmountStyle,
  scale = quantityScale,
): Parsed<Decimal | null> {
  const amount = parseAmount(cell, style);
  if (!amount.ok || amount.value === null) return amount.ok ? parsed(null) : amount;
  const { value, currency } = amount.value;
  if (currency) return faulty("amount-invalid", { text: `${decimalText(value)} ${currency}` });
  return value.scale > scale ? faulty("quantity-scale", { text: decimalText(value) }) : parsed(value);
}
