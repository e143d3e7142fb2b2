import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCredit } from "@/lib/domain/split-credit";

describe("R79 splits credit to the minor unit", () => {
  it.each([
    [100n, [7000, 3000], [70n, 30n]],
    [101n, [5000, 5000], [51n, 50n]],
    [-101n, [5000, 5000], [-51n, -50n]],
    [1n, [3334, 3333, 3333], [1n, 0n, 0n]],
    [0n, [10000], [0n]],
  ])("%s by %s", (amount, shares, parts) => {
    expect(splitCredit(amount, shares)).toEqual(parts);
  });

  it("always adds up, and no part strays a unit from its exact share", () => {
    const shares = fc
      .array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 4 })
      .map((some) => [10_000 - some.reduce((a, b) => a + b, 0), ...some]);
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), shares, (amount, split) => {
        const parts = splitCredit(amount, split);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(amount);
        for (const [i, part] of parts.entries()) {
          const off = part * 10_000n - amount * BigInt(split[i] ?? 0);
          expect(off < 10_000n && off > -10_000n).toBe(true);
        }
      }),
    );
  });

  it("refuses shares that are not a whole", () => {
    expect(() => splitCredit(1n, [5000])).toThrow(RangeError);
  });
});
