/**
 * An amount in parts by weights that are not negative, exact to the minor unit: what rounding leaves over goes one unit each to the largest
 * remainders, ties to the earlier place. Negative amounts split like positive ones. Weights that are all zero count as equal; without any
 * weight there are no parts, and the amount must be 0 (RangeError).
 */
export function apportion(amount: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) {
    if (amount !== 0n) throw new RangeError("nothing to divide an amount among");
    return [];
  }
  if (weights.some((weight) => weight < 0n)) throw new RangeError("a weight is negative");
  const given = weights.reduce((sum, weight) => sum + weight, 0n);
  const used = given === 0n ? weights.map(() => 1n) : weights;
  const total = given === 0n ? BigInt(weights.length) : given;
  const size = amount < 0n ? -amount : amount;
  const floors = used.map((weight) => (size * weight) / total);
  const missing = Number(size - floors.reduce((sum, part) => sum + part, 0n));
  for (const place of missing === 0 ? [] : byRemainder(size, used, total).slice(0, missing))
    floors[place] = (floors[place] ?? 0n) + 1n;
  return amount < 0n ? floors.map((part) => -part) : floors;
}

function byRemainder(size: bigint, weights: readonly bigint[], total: bigint): number[] {
  return weights
    .map((weight, place) => ({ place, rest: (size * weight) % total }))
    .sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest < b.rest ? 1 : -1))
    .map(({ place }) => place);
}
