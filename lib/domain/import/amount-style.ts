import { type AmountText, amountText, type DecimalMark, readings } from "./amount-text";
import type { Cell } from "./cell";
import type { Decimal } from "./decimal";
import { plainValue } from "./plain-value";

/**
 * How a column writes its amounts. `decimal` is null when its values do not tell (and `ambiguous` of them, like "1,234",
 * mean different things under the two readings), or when they contradict each other (`mixed`).
 */
export type AmountStyle = { decimal: DecimalMark | null; mixed: boolean; ambiguous: number };

export type AmountReading = { kind: "amount"; value: Decimal } | { kind: "ambiguous" } | { kind: "invalid" };

/** The first of two passes over a column: show it every cell, then let it decide. */
export function amountColumn() {
  const proof = { ",": 0, ".": 0 };
  let ambiguous = 0;
  return {
    see(cell: Cell | undefined): void {
      const plain = plainValue(cell);
      const text = plain.ok && typeof plain.value === "string" ? amountText(plain.value) : null;
      if (!text) return;
      const meant = readings(text.body);
      if (meant[","] && meant["."]) {
        if (!same(meant[","], meant["."])) ambiguous++;
      } else if (meant[","]) proof[","]++;
      else if (meant["."]) proof["."]++;
    },
    /** `hint` decides where the column does not: the mark that a person chose, or the one of the file's language. */
    decide(hint: DecimalMark | null = null): AmountStyle {
      const mixed = proof[","] > 0 && proof["."] > 0;
      const proven = proof[","] > 0 ? "," : proof["."] > 0 ? "." : hint;
      return { decimal: mixed ? null : proven, mixed, ambiguous };
    },
  };
}

/** One amount in the style of its column. A value that allows one reading only has that one, whatever the column does. */
export function readAmount(text: AmountText, style: AmountStyle): AmountReading {
  const meant = readings(text.body);
  const certain = meant[","] && meant["."] ? null : (meant[","] ?? meant["."]);
  if (certain) return { kind: "amount", value: signed(certain, text) };
  if (!meant[","] || !meant["."]) return { kind: "invalid" };
  if (same(meant[","], meant["."])) return { kind: "amount", value: signed(meant["."], text) };
  return style.decimal
    ? { kind: "amount", value: signed(meant[style.decimal] ?? meant["."], text) }
    : { kind: "ambiguous" };
}

function signed(value: Decimal, text: AmountText): Decimal {
  return text.negative ? { units: -value.units, scale: value.scale } : value;
}

function same(a: Decimal, b: Decimal): boolean {
  return a.units === b.units && a.scale === b.scale;
}
