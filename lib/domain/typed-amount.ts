import { readAmount } from "./import/amount-style";
import { amountText, type DecimalMark } from "./import/amount-text";
import { divideHalfUp } from "./rounding";

/**
 * A figure as a person types it ("1 250 000,50", "12.5 %") in whole units of its last of `digits` digits; null where it is none, or has more digits than
 * fit. `mark` decides what "1,234" means.
 */
export function typedAmount(typed: string, digits: number, mark: DecimalMark): bigint | null {
  const text = amountText(typed);
  if (!text) return null;
  const read = readAmount(text, { decimal: mark, mixed: false, ambiguous: 0 });
  if (read.kind !== "amount") return null;
  const { units, scale } = read.value;
  const whole =
    scale <= digits ? units * 10n ** BigInt(digits - scale) : divideHalfUp(units, 10n ** BigInt(scale - digits));
  return whole > 10n ** 17n || whole < -(10n ** 17n) ? null : whole;
}

/** The decimal mark that a language writes. */
export const markOf = (locale: string): DecimalMark => (locale === "ru" ? "," : ".");

/** The figure as it stands in an input: plain digits with the language's mark. */
export function typedText(units: bigint, digits: number, mark: DecimalMark): string {
  const size = (units < 0n ? -units : units).toString().padStart(digits + 1, "0");
  const fraction = digits > 0 ? size.slice(-digits).replace(/0+$/, "") : "";
  return `${units < 0n ? "-" : ""}${size.slice(0, size.length - digits)}${fraction ? mark + fraction : ""}`;
}
