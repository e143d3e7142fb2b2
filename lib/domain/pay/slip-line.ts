import type { MinorUnits } from "../money";
import type { Adjustment } from "./adjustment";
import type { PayBase } from "./pay-plan";

/** A sale behind a line: `share` of it in hundredths of a per cent, and the amount that it brings into the line's base. */
export type SaleShare = { ref: string; share: number; amount: MinorUnits };

/** Which sales and which plan row a line of sales comes from. `withoutCost`: sales that a margin rate had to leave out. */
export type SalesReason = {
  on: PayBase;
  base: MinorUnits;
  rate: number;
  sales: readonly SaleShare[];
  withoutCost: readonly string[];
  plan: string | null;
  quota: MinorUnits | null;
};

/** Why a component paid what it paid, or nothing. Points: attainment in hundredths of a per cent. */
export type SlipLine = { component: string | null; amount: MinorUnits } & (
  | { kind: "base"; full: MinorUnits; worked: number; days: number }
  | ({ kind: "rate" } & SalesReason)
  | ({
      kind: "tier";
      tier: number;
      from: MinorUnits;
      to: MinorUnits | null;
      why: "no-plan" | "returns" | null;
    } & SalesReason)
  | {
      kind: "kpi";
      measure: string;
      weight: number;
      points: bigint | null;
      coefficient: bigint | null;
      bonus: MinorUnits;
    }
  | { kind: "fixed" }
  | { kind: "below-threshold"; threshold: number; points: bigint | null; plan: string | null }
  | { kind: "accelerator"; from: number; factor: number; points: bigint; plan: string | null }
  | { kind: "cap"; cap: MinorUnits }
  | { kind: "adjustment"; adjustment: Adjustment }
  | { kind: "floor" }
);
