import type { CurrencyExponent, MinorUnits } from "../money";
import { type AmountStyle, readAmount } from "./amount-style";
import { amountText } from "./amount-text";
import type { Cell } from "./cell";
import { type Decimal, decimalOfNumber, toMinor } from "./decimal";
import { excerpt, faulty, type Parsed, parsed } from "./fault";
import { plainValue } from "./plain-value";

/** `currency` is an ISO 4217 code where the cell names one, so that a "$" in a rouble column can be refused. */
export type Amount = { value: Decimal; currency: string | null };

/** The sum of a money column: minor = exact + rounding. */
export type Money = { minor: MinorUnits; rounding: Decimal; currency: string | null };

const largest = 10n ** 15n;

/** An exact amount in the style of its column; null where the cell is empty or a dash. Source: numbers as people write them. */
export function parseAmount(cell: Cell | undefined, style: AmountStyle): Parsed<Amount | null> {
  const plain = plainValue(cell);
  if (!plain.ok) return plain;
  if (plain.value === null) return parsed(null);
  if (typeof plain.value === "number") return sized(decimalOfNumber(plain.value), null, String(plain.value));
  if (typeof plain.value === "boolean") return faulty("amount-invalid", { text: String(plain.value) });
  if (typeof plain.value === "object")
    return "date" in plain.value ? faulty("amount-date", { text: plain.value.date }) : faulty("amount-percent");
  const text = amountText(plain.value);
  if (!text) return parsed(null);
  if (text.percent) return faulty("amount-percent");
  if (/^[\d.,]+e[+-]?\d+$/i.test(text.body)) return faulty("amount-exponent", { text: excerpt(plain.value) });
  const reading = readAmount(text, style);
  if (reading.kind === "amount") return sized(reading.value, text.currency, plain.value);
  return faulty(reading.kind === "invalid" ? "amount-invalid" : "amount-ambiguous", { text: excerpt(plain.value) });
}

/** An amount in minor units of a currency with that many digits; the line is rounded half up and tells its rounding. */
export function parseMoney(
  cell: Cell | undefined,
  style: AmountStyle,
  exponent: CurrencyExponent,
): Parsed<Money | null> {
  const amount = parseAmount(cell, style);
  if (!amount.ok || amount.value === null) return amount.ok ? parsed(null) : amount;
  return parsed({ ...toMinor(amount.value.value, exponent), currency: amount.value.currency });
}

// Below a quadrillion, so that sums of a million lines fit the database's 64 bits in minor units.
function sized(value: Decimal | null, currency: string | null, text: string): Parsed<Amount> {
  if (value === null) return faulty("amount-invalid", { text: excerpt(text) });
  const amount = value.units < 0n ? -value.units : value.units;
  const small = amount < largest || amount / 10n ** BigInt(value.scale) < largest;
  if (!small || value.scale > 18) return faulty("amount-large", { text: excerpt(text) });
  return parsed({ value, currency });
}
