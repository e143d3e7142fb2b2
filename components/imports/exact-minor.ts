/** "80977720.21" with an exponent of 2 → 8097772021n; null where it has more digits than the currency. */
export function exactMinor(decimal: string, exponent: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return null;
  const [, sign = "", whole = "", part = ""] = match;
  const digits = part.replace(/0+$/, "");
  if (digits.length > exponent) return null;
  return BigInt(`${sign}${whole}${digits.padEnd(exponent, "0")}`);
}
