import type { MinorUnits } from "./money";
import { WHOLE } from "./rounding";

export const splitBases = ["last-year", "potential", "equal"] as const;
export type SplitBasis = (typeof splitBases)[number];

/** `growth`: hundredths of a per cent, 11,000 for a client that is to grow by a tenth; 10,000 keeps its share. */
export type WeighedClient = { lastYear: MinorUnits | null; potential: MinorUnits | null; growth: number };

/** `why`: the basis itself, or that nobody has a figure for it and all weigh the same, or that this client has none and gets no part. */
export type Weight = { weight: bigint; why: SplitBasis | "nobody-has-it" | "has-none" };

/**
 * What each client weighs when a figure is split (domain.md 4): last year × growth, potential, or all the same. A client without a figure, or
 * with more returns than sales, weighs nothing, unless nobody has one.
 */
export function splitWeights(basis: SplitBasis, clients: readonly WeighedClient[]): Weight[] {
  if (basis === "equal") return clients.map(() => ({ weight: WHOLE, why: basis }));
  const figures = clients.map((client) => figureOf(basis, client));
  if (figures.every((figure) => figure <= 0n)) return clients.map(() => ({ weight: WHOLE, why: "nobody-has-it" }));
  return figures.map((figure) => (figure > 0n ? { weight: figure, why: basis } : { weight: 0n, why: "has-none" }));
}

function figureOf(basis: "last-year" | "potential", { lastYear, potential, growth }: WeighedClient): bigint {
  return basis === "potential" ? (potential ?? 0n) : (lastYear ?? 0n) * BigInt(growth);
}
