import { type AmountStyle, readAmount } from "./amount-style";
import { amountText } from "./amount-text";
import type { Cell } from "./cell";
import { type Decimal, decimalOfNumber, trimmed } from "./decimal";
import { excerpt, faulty, type Parsed, parsed } from "./fault";
import { plainValue } from "./plain-value";

/** What a bare number means in a column of per cents: 25 (`percent`) or 0.25 (`fraction`) for a quarter. */
export type PercentUnit = "percent" | "fraction";
export type PercentStyle = { unit: PercentUnit | null; amounts: AmountStyle };

type Share = { value: Decimal; unit: PercentUnit | null };

/** The first of two passes over a column. A number beyond ±1 is in per cent; parts of one alone are fractions. */
export function percentColumn(amounts: AmountStyle) {
  let beyondOne = false;
  let partOfOne = false;
  return {
    see(cell: Cell | undefined): void {
      const share = readShare(cell, amounts);
      if (!share.ok || share.value === null || share.value.unit !== null) return;
      const { units, scale } = share.value.value;
      const one = 10n ** BigInt(scale);
      if (units > one || units < -one) beyondOne = true;
      else if (units % one !== 0n) partOfOne = true;
    },
    /** `hint` decides where the column holds nothing but 0 and 1. */
    decide(hint: PercentUnit | null = null): PercentStyle {
      return { unit: beyondOne ? "percent" : partOfOne ? "fraction" : hint, amounts };
    },
  };
}

/** The fraction of a share, exact: "25 %" → 0.25; null where the cell is empty or a dash. */
export function parsePercent(cell: Cell | undefined, style: PercentStyle): Parsed<Decimal | null> {
  const share = readShare(cell, style.amounts);
  if (!share.ok || share.value === null) return share.ok ? parsed(null) : share;
  const { value } = share.value;
  const unit = share.value.unit ?? style.unit ?? (value.units === 0n ? "fraction" : null);
  if (unit === null) return faulty("percent-ambiguous");
  return parsed(trimmed(unit === "percent" ? { units: value.units, scale: value.scale + 2 } : value));
}

function readShare(cell: Cell | undefined, amounts: AmountStyle): Parsed<Share | null> {
  const plain = plainValue(cell);
  if (!plain.ok) return plain;
  if (plain.value === null) return parsed(null);
  if (typeof plain.value === "object" && "percent" in plain.value) return numeric(plain.value.percent, "fraction");
  if (typeof plain.value === "number") return numeric(plain.value, null);
  if (typeof plain.value !== "string") return faulty("percent-invalid", { text: JSON.stringify(plain.value) });
  const text = amountText(plain.value);
  if (!text) return parsed(null);
  const reading = readAmount(text, amounts);
  if (reading.kind === "ambiguous") return faulty("amount-ambiguous", { text: excerpt(plain.value) });
  if (reading.kind === "invalid" || text.currency) return faulty("percent-invalid", { text: excerpt(plain.value) });
  return parsed({ value: reading.value, unit: text.percent ? "percent" : null });
}

function numeric(value: number, unit: PercentUnit | null): Parsed<Share> {
  const exact = decimalOfNumber(value);
  return exact ? parsed({ value: exact, unit }) : faulty("percent-invalid", { text: String(value) });
}
