import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Tier, type TierMode, type TierScale, tierFault, tierPay } from "@/lib/domain/pay/tiers";

const amountOf = (scale: TierScale, sold: bigint, quota: bigint | null) =>
  tierPay(scale, sold, quota).parts.reduce((sum, part) => sum + part.amount, 0n);

const three: Tier[] = [
  { from: 0n, rate: 600 },
  { from: 10_000n, rate: 800 },
  { from: 15_000n, rate: 1_000 },
];
const byQuota = (mode: TierMode): TierScale => ({ mode, by: "quota", tiers: three });

describe("R82 tiers: below 100 % 6 %, from 100 % 8 %, from 150 % 10 %, quota 100,000", () => {
  it.each([
    [110_000_00n, 6_800_00n, 8_800_00n],
    [150_000_00n, 10_000_00n, 15_000_00n],
    [100_000_00n, 6_000_00n, 8_000_00n],
    [99_999_99n, 6_000_00n, 6_000_00n],
    [0n, 0n, 0n],
    [10n ** 14n, 10n ** 13n - 5_000_00n, 10n ** 13n],
  ])("sold %s → marginal %s, whole-base %s", (sold, marginal, whole) => {
    expect(amountOf(byQuota("marginal"), sold, 100_000_00n)).toBe(marginal);
    expect(amountOf(byQuota("whole-base"), sold, 100_000_00n)).toBe(whole);
  });

  it("5 % to 100 k, 6 % to 125 k, 7 % above, sold 150 k, marginal → 8,250", () => {
    const scale: TierScale = {
      mode: "marginal",
      by: "amount",
      tiers: [
        { from: 0n, rate: 500 },
        { from: 100_000_00n, rate: 600 },
        { from: 125_000_00n, rate: 700 },
      ],
    };
    const { parts } = tierPay(scale, 150_000_00n, null);
    expect(parts.map((part) => part.amount)).toEqual([5_000_00n, 1_500_00n, 1_750_00n]);
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [0n, 100_000_00n],
      [100_000_00n, 125_000_00n],
      [125_000_00n, null],
    ]);
  });

  it.each([null, 0n, -5n])("quota %s: the lowest rate pays on everything, and says why", (quota) => {
    for (const mode of ["marginal", "whole-base"] as const) {
      const pay = tierPay(byQuota(mode), 10n ** 12n, quota);
      expect(pay.why).toBe("no-plan");
      expect(amountOf(byQuota(mode), 10n ** 12n, quota)).toBe((10n ** 12n * 6n) / 100n);
    }
  });

  it("more returned than sold is taken back at the lowest rate", () => {
    expect(tierPay(byQuota("whole-base"), -100n, 50n)).toMatchObject({
      parts: [{ tier: 0, amount: -6n }],
      why: "returns",
    });
  });
});

describe("R82 a scale that cannot be used", () => {
  it.each([
    [[], "marginal", "no-tier"],
    [[{ from: 1n, rate: 1 }], "marginal", "starts-above-zero"],
    [[three[0], three[2], three[1]], "marginal", "not-rising"],
    [[three[0], { from: 5n, rate: -1 }], "marginal", "negative-rate"],
    [[three[1], three[0]].map((tier, i) => ({ from: BigInt(i), rate: tier?.rate ?? 0 })), "whole-base", "falling-rate"],
    [[three[1], three[0]].map((tier, i) => ({ from: BigInt(i), rate: tier?.rate ?? 0 })), "marginal", null],
    [three, "whole-base", null],
  ])("%#", (tiers, mode, fault) => {
    const scale = { mode: mode as TierMode, by: "quota" as const, tiers: tiers.flatMap((tier) => tier ?? []) };
    expect(tierFault(scale)?.fault ?? null).toBe(fault);
  });

  it("says at which tier", () => {
    const bad = { mode: "whole-base" as const, by: "quota" as const };
    expect(tierFault({ ...bad, tiers: three.map((tier, i) => ({ ...tier, rate: 900 - i })) })?.at).toBe("1.rate");
    expect(tierFault({ ...bad, tiers: [...three, { from: 15_000n, rate: 1_000 }] })?.at).toBe("3.from");
  });
});

const anyScale: fc.Arbitrary<TierScale> = fc
  .record({
    mode: fc.constantFrom<TierMode>("marginal", "whole-base"),
    by: fc.constantFrom<TierScale["by"]>("quota", "amount"),
    steps: fc.array(fc.record({ wide: fc.bigInt({ min: 1n, max: 10n ** 8n }), more: fc.nat(900) }), { maxLength: 6 }),
    rate: fc.nat(900),
  })
  .map(({ mode, by, steps, rate }) => {
    const tiers: Tier[] = [{ from: 0n, rate }];
    for (const { wide, more } of steps) {
      const last = tiers.at(-1) ?? { from: 0n, rate };
      tiers.push({ from: last.from + wide, rate: last.rate + more });
    }
    return { mode, by, tiers };
  });
const anySold = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n });
const anyQuota = fc.option(fc.bigInt({ min: 0n, max: 10n ** 10n }));

describe("R83 whatever the scale", () => {
  it("selling more never pays less", () => {
    fc.assert(
      fc.property(anyScale, anySold, fc.bigInt({ min: 0n, max: 10n ** 9n }), anyQuota, (scale, sold, more, quota) => {
        expect(tierFault(scale)).toBeNull();
        expect(amountOf(scale, sold + more, quota) >= amountOf(scale, sold, quota)).toBe(true);
      }),
    );
  });

  it("no amount falls between two tiers: the parts cover all that was sold", () => {
    fc.assert(
      fc.property(anyScale, anySold, anyQuota, (scale, sold, quota) => {
        const { parts } = tierPay(scale, sold, quota);
        expect(parts.reduce((sum, part) => sum + part.base, 0n)).toBe(sold);
        for (const part of scale.mode === "marginal" && sold > 0n ? parts : [])
          expect(part.to === null || part.base <= part.to - part.from).toBe(true);
      }),
    );
  });

  it("both sides of every bound are paid", () => {
    fc.assert(
      fc.property(anyScale, anyQuota, (scale, quota) => {
        for (const { to } of tierPay(scale, 10n ** 13n, quota).parts)
          for (const sold of to === null ? [] : [to - 1n, to, to + 1n].filter((one) => one > 0n))
            expect(tierPay(scale, sold, quota).parts.reduce((sum, part) => sum + part.base, 0n)).toBe(sold);
      }),
    );
  });
});
