import type { MinorUnits } from "../money";
import { divideUp, shareOf, WHOLE } from "../rounding";

/** marginal: each stretch pays its own rate. whole-base: the rate that is reached pays on everything. A tier scale must say which (domain.md 5). */
export const tierModes = ["marginal", "whole-base"] as const;
export type TierMode = (typeof tierModes)[number];

/** `from`: hundredths of a per cent of the quota, or minor units, as the scale's `by` says. `rate`: hundredths of a per cent of the sold amount. */
export type Tier = { from: bigint; rate: number };
export type TierScale = { mode: TierMode; by: "quota" | "amount"; tiers: readonly Tier[] };

export type TierFault = "no-tier" | "starts-above-zero" | "not-rising" | "negative-rate" | "falling-rate";

/**
 * Why a scale cannot be used, and where ("1.rate": the rate of the second tier, "": the whole scale), or null. Tiers start at 0 and rise, so that no
 * amount falls between two; a whole-base rate may not fall.
 */
export function tierFault({ mode, tiers }: TierScale): { fault: TierFault; at: string } | null {
  if (tiers.length === 0) return { fault: "no-tier", at: "" };
  if (tiers[0]?.from !== 0n) return { fault: "starts-above-zero", at: "0.from" };
  for (const [place, tier] of tiers.entries()) {
    const before = tiers[place - 1];
    if (tier.rate < 0) return { fault: "negative-rate", at: `${place}.rate` };
    if (before && tier.from <= before.from) return { fault: "not-rising", at: `${place}.from` };
    if (before && mode === "whole-base" && tier.rate < before.rate)
      return { fault: "falling-rate", at: `${place}.rate` };
  }
  return null;
}

/** What one tier paid on: `tier` from 0; the stretch [from, to) in minor units, `to` null for the last one. */
export type TierPart = {
  tier: number;
  from: MinorUnits;
  to: MinorUnits | null;
  base: MinorUnits;
  rate: number;
  amount: MinorUnits;
};

/** `no-plan`: without a quota nobody can say which tier is reached, so the lowest pays on everything. `returns`: less than nothing was sold. */
export type TierPay = { parts: TierPart[]; why: "no-plan" | "returns" | null };

/**
 * Tiers are half-open [from, next): exactly a bound belongs to the tier that it starts. A bound that falls inside a minor unit is reached by the
 * next whole one. More returned than sold is taken back at the lowest rate.
 */
export function tierPay({ mode, by, tiers }: TierScale, sold: MinorUnits, quota: MinorUnits | null): TierPay {
  const measured = by === "amount" || (quota !== null && quota > 0n);
  const used = measured ? tiers : tiers.slice(0, 1);
  const bounds = used.map(({ from }) => (by === "amount" ? from : divideUp(from * (quota ?? 0n), WHOLE)));
  const whole = used.map(({ rate }, tier) => ({ tier, from: bounds[tier] ?? 0n, to: bounds[tier + 1] ?? null, rate }));
  const why = sold < 0n ? "returns" : measured ? null : "no-plan";
  if (sold < 0n || mode === "whole-base") {
    const reached = whole.findLast(({ from }) => sold >= from) ?? whole[0];
    return { parts: reached ? [paid(reached, sold)] : [], why };
  }
  const parts = whole.map((one) => paid(one, (one.to !== null && one.to < sold ? one.to : sold) - one.from));
  return { parts: parts.filter((part) => part.base > 0n), why };
}

function paid(one: Omit<TierPart, "base" | "amount">, base: MinorUnits): TierPart {
  return { ...one, base, amount: shareOf(base, one.rate) };
}
