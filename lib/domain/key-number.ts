import { decimalText, trimmed } from "./import/decimal";
import { parseAmount, parseMoney } from "./import/parse-amount";
import { currencyExponent } from "./money";

export const numberUnits = ["money", "percent", "days", "pieces", "text"] as const;
export type NumberUnit = (typeof numberUnits)[number];

export const numberTopics = ["terms", "finance", "logistics", "marketing", "business"] as const;

export const numberSources = ["person", "document", "import", "own"] as const;

/** One of three: minor units with their currency, an exact decimal as text ("12.5"), or a text. */
export type NumberValue = { minor: bigint; currency: string } | { figure: string } | { content: string };

export type NumberFault = "required" | "not-a-number" | "not-whole" | "too-large" | "too-long";

const DIGITS_AFTER_POINT = 4;

/**
 * What somebody typed, as the unit asks: money in `currency`, days as whole ones, a per cent without its sign. `decimal` is the mark of
 * the person's language and decides only where "1,234" could be read both ways.
 */
export function numberTyped(
  typed: string,
  as: { unit: NumberUnit; currency: string; decimal: "," | "." },
): NumberValue | NumberFault {
  const text = typed.trim();
  if (text === "") return "required";
  if (as.unit === "text") return text.length > 200 ? "too-long" : { content: text };
  const style = { decimal: as.decimal, mixed: false, ambiguous: 0 };
  if (as.unit === "money") {
    const money = parseMoney(text, style, currencyExponent(as.currency));
    if (!money.ok) return money.code === "amount-large" ? "too-large" : "not-a-number";
    return money.value ? { minor: money.value.minor, currency: as.currency } : "not-a-number";
  }
  const amount = parseAmount(as.unit === "percent" ? text.replace(/\s*%$/, "") : text, style);
  if (!amount.ok) return amount.code === "amount-large" ? "too-large" : "not-a-number";
  if (!amount.value) return "not-a-number";
  const value = trimmed(amount.value.value);
  if (as.unit === "days" && value.scale > 0) return "not-whole";
  if (amount.value.currency || value.scale > DIGITS_AFTER_POINT) return "not-a-number";
  const digits = decimalText(value);
  return digits.replace(/[-.].*$/, "").length > 14 || digits.length > 18 ? "too-large" : { figure: digits };
}

/** Do two values say the same? */
export function isSameNumber(a: NumberValue, b: NumberValue): boolean {
  if ("minor" in a) return "minor" in b && a.minor === b.minor && a.currency === b.currency;
  if ("figure" in a) return "figure" in b && Number(a.figure) === Number(b.figure);
  return "content" in b && a.content === b.content;
}
