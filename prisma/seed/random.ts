/** A repeatable source of chance: the same name gives the same sequence on every machine. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with that probability. */
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the values, each as often as its weight says. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** The same values in another order. */
  shuffle<T>(values: readonly T[]): T[];
  /** An id in the form of a random UUID (version 4). */
  uuid(): string;
};

const DIGITS = "0123456789abcdef";

/** Each topic takes a source of its own, so that one more draw in one topic moves nothing in another. */
export function randomFor(name: string): Random {
  const next = generator(name);
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const at = <T>(from: readonly T[], index: number): T => {
    const value = from[index];
    if (value === undefined) throw new Error(`nothing to pick from for ${name}`);
    return value;
  };
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (from) => at(from, int(0, from.length - 1)),
    weighted: (from) => {
      let rest = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      const found = from.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? at(from, from.length - 1))[0];
    },
    shuffle: (values) => {
      const left = [...values];
      return values.map(() => at(left.splice(int(0, left.length - 1), 1), 0));
    },
    uuid: () => {
      let hex = "";
      for (let digit = 0; digit < 32; digit++) hex += DIGITS.charAt(next() * 16);
      const variant = "89ab"[int(0, 3)];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

// FNV-1a for the seed, mulberry32 for the sequence: small, well mixed, and the same in every JavaScript engine.
function generator(name: string): () => number {
  let state = 0x811c9dc5;
  for (const char of name) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
