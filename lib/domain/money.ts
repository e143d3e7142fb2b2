/** An amount in the currency's smallest unit (kopecks, cents): integer, so that sums are exact. */
export type MinorUnits = bigint;

export type CurrencyExponent = 0 | 2 | 3;

// ISO 4217, list one: the currencies whose smallest unit is not a hundredth.
const withoutFraction = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "));
const inThousandths = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** Amounts of one currency added up; nothing is 0. */
export const sumOf = (amounts: readonly MinorUnits[]): MinorUnits => amounts.reduce((sum, one) => sum + one, 0n);

/** Digits after the point of a currency, by its ISO 4217 code; a code that is not listed has two. */
export function currencyExponent(currency: string): CurrencyExponent {
  if (withoutFraction.has(currency)) return 0;
  return inThousandths.has(currency) ? 3 : 2;
}

/** The exact decimal of an amount in major units, e.g. (-5n, 2) → "-0.05". */
export function decimalOf(minor: MinorUnits, exponent: CurrencyExponent): `${number}` {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  return `${minor < 0n ? "-" : ""}${whole}${exponent > 0 ? `.${fraction}` : ""}` as `${number}`;
}
