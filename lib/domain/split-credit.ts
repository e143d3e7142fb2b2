import type { MinorUnits } from "./money";

/** 100 % in hundredths of a per cent, the precision in which shares are kept. */
const WHOLE = 10_000n;

/**
 * Parts of one amount by shares in hundredths of a per cent that sum to 10,000 (domain.md 3 "split credit"): exact to the minor unit, what is
 * left over going by largest remainder, ties by place. Negative amounts split like positive ones. app.split_amount is the same rule in SQL.
 */
export function splitCredit(amount: MinorUnits, shares: readonly number[]): MinorUnits[] {
  if (shares.reduce((sum, share) => sum + share, 0) !== Number(WHOLE)) throw new RangeError("shares must sum to 100 %");
  const sign = amount < 0n ? -1n : 1n;
  const size = amount * sign;
  const parts = shares.map((share, place) => ({
    place,
    floor: (size * BigInt(share)) / WHOLE,
    rest: (size * BigInt(share)) % WHOLE,
  }));
  let missing = size - parts.reduce((sum, part) => sum + part.floor, 0n);
  const extra = new Set<number>();
  for (const part of [...parts].sort((a, b) => Number(b.rest - a.rest) || a.place - b.place)) {
    if (missing === 0n) break;
    extra.add(part.place);
    missing -= 1n;
  }
  return parts.map((part) => sign * (part.floor + (extra.has(part.place) ? 1n : 0n)));
}
