import { describe, expect, it } from "vitest";
import { exampleSlip, paidBy } from "@/lib/domain/pay/example";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";

const terms = { threshold: null, accelerators: [], cap: null };
const plan: PayPlan = {
  base: 30_000_00n,
  cap: null,
  components: [
    {
      id: "t",
      kind: "tiers",
      on: "revenue",
      source: null,
      scale: {
        mode: "marginal",
        by: "quota",
        tiers: [
          { from: 0n, rate: 600 },
          { from: 10_000n, rate: 800 },
        ],
      },
      ...terms,
    },
    { id: "n", kind: "rate", on: "margin", source: "new", rate: 1_000, ...terms },
    {
      id: "k",
      kind: "kpi",
      bonus: 20_000_00n,
      measures: [
        { id: "own:a", direction: "more", weight: 5_000, rule: { kind: "linear", cap: null } },
        { id: "own:b", direction: "less", weight: 5_000, rule: { kind: "linear", cap: null } },
      ],
      ...terms,
    },
  ],
};

describe("R34 an example of a pay plan", () => {
  it.each([
    // 6 % to the plan and 8 % above; a tenth of a third of the margin of 30 %; the bonus in proportion, whichever way a measure points.
    [10_000, 6_000_00n, 1_000_00n, 20_000_00n],
    [11_000, 6_800_00n, 1_100_00n, 22_000_00n],
    [8_000, 4_800_00n, 800_00n, 16_000_00n],
    [0, 0n, 0n, 0n],
  ])("at %s hundredths of a per cent of a plan of 100,000", (points, tiers, margin, bonus) => {
    const slip = exampleSlip(plan, { quota: 100_000_00n, margin: 3_000, points });
    expect([paidBy(slip, "t"), paidBy(slip, "n"), paidBy(slip, "k")]).toEqual([tiers, margin, bonus]);
    expect(slip.payout).toBe(30_000_00n + tiers + margin + bonus);
  });
});
