/** a ÷ b to the nearest whole, halves away from zero ("half-up" of architecture.md, the same for returns). `b` is not 0. */
export function divideHalfUp(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const size = a < 0n ? -a : a;
  const by = b < 0n ? -b : b;
  const whole = (size * 2n + by) / (by * 2n);
  return negative ? -whole : whole;
}

/** The greatest whole that is not above a ÷ b. `b` is above 0. */
export function divideDown(a: bigint, b: bigint): bigint {
  return a / b - (a < 0n && a % b !== 0n ? 1n : 0n);
}

/** The least whole that is not below a ÷ b. `b` is above 0. */
export function divideUp(a: bigint, b: bigint): bigint {
  return -divideDown(-a, b);
}

/** 100 % in hundredths of a per cent, the unit in which shares, rates and factors are kept. */
export const WHOLE = 10_000n;

/** `share` (hundredths of a per cent) of an amount, half-up to the minor unit. */
export function shareOf(amount: bigint, share: number): bigint {
  return divideHalfUp(amount * BigInt(share), WHOLE);
}

/** a ÷ b as a plain number, for showing and sorting only: no rule is decided by it. Null where b is 0. */
export function ratio(a: bigint, b: bigint): number | null {
  return b === 0n ? null : Number(a) / Number(b);
}
