import type { CurrencyExponent, MinorUnits } from "../money";

/** An exact decimal number, units × 10^−scale: { units: 12345n, scale: 2 } is 123.45. `scale` ≥ 0. */
export type Decimal = { units: bigint; scale: number };

export const zero: Decimal = { units: 0n, scale: 0 };

/** From digits with a point, e.g. "-12.50"; null for anything else. */
export function decimalFrom(text: string): Decimal | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const units = BigInt(whole + fraction);
  return { units: sign ? -units : units, scale: fraction.length };
}

/**
 * From a number of a spreadsheet. Excel keeps 15 significant digits and shows no more, while its files hold the binary
 * neighbour (0.30000000000000004): so the decimal with at most 15 significant digits is what was meant.
 */
export function decimalOfNumber(value: number): Decimal | null {
  if (!Number.isFinite(value)) return null;
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  const parts = decimalFrom(mantissa);
  if (!parts) return null;
  const scale = parts.scale - Number(exponent);
  return trimmed(scale >= 0 ? { units: parts.units, scale } : { units: parts.units * power(-scale), scale: 0 });
}

export function decimalText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? "-" : ""}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ""}`;
}

/** The same number without zeros at the end of its fraction. */
export function trimmed({ units, scale }: Decimal): Decimal {
  let [left, places] = [units, scale];
  while (places > 0 && left % 10n === 0n) [left, places] = [left / 10n, places - 1];
  return { units: left, scale: places };
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: a.units * power(scale - a.scale) + b.units * power(scale - b.scale), scale };
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { units: -b.units, scale: b.scale });
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Rounded half up, by the amount: −0.005 becomes −0.01, so that a return takes back exactly what its sale gave. */
export function roundTo(value: Decimal, scale: number): Decimal {
  if (value.scale === scale) return value;
  if (value.scale < scale) return { units: value.units * power(scale - value.scale), scale };
  const unit = power(value.scale - scale);
  const amount = value.units < 0n ? -value.units : value.units;
  const rounded = (amount * 2n + unit) / (unit * 2n);
  return { units: value.units < 0n ? -rounded : rounded, scale };
}

/**
 * An amount in minor units, and what rounding added to it (negative where it took away): minor = exact + rounding, so the
 * sum of all `rounding` tells by how much the booked total differs from the file's.
 */
export function toMinor(exact: Decimal, exponent: CurrencyExponent): { minor: MinorUnits; rounding: Decimal } {
  const rounded = roundTo(exact, exponent);
  if (exact.scale <= exponent) return { minor: rounded.units, rounding: zero };
  return { minor: rounded.units, rounding: trimmed(minus(rounded, exact)) };
}

const powers = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

function power(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}
