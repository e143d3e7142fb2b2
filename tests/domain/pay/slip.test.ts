import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustmentFor } from "@/lib/domain/pay/adjustment";
import { type Component, type PayPlan, payPlanFaults } from "@/lib/domain/pay/pay-plan";
import { type CreditedSale, type PayFacts, slipOf } from "@/lib/domain/pay/slip";
import { scenarios, slipIfSold } from "@/lib/domain/pay/what-if";

const terms = { threshold: null, accelerators: [], cap: null };
const tiers = {
  mode: "marginal" as const,
  by: "quota" as const,
  tiers: [
    { from: 0n, rate: 600 },
    { from: 10_000n, rate: 800 },
    { from: 15_000n, rate: 1_000 },
  ],
};
const sale = (ref: string, revenue: bigint, part: Partial<CreditedSale> = {}): CreditedSale => ({
  ref,
  revenue,
  margin: revenue / 4n,
  source: "renewal",
  share: 10_000,
  ...part,
});
const facts = (part: Partial<PayFacts> = {}): PayFacts => ({
  days: { worked: 21, total: 21 },
  plans: [{ ref: "plan", source: null, amount: 100_000_00n }],
  sales: [sale("s1", 60_000_00n), sale("s2", 50_000_00n, { source: "new", share: 5_000 })],
  measures: new Map(),
  adjustments: [],
  ...part,
});
const plan = (...components: Component[]): PayPlan => ({ base: 50_000_00n, components, cap: null });
const onTiers: Component = { id: "t", kind: "tiers", on: "revenue", source: null, scale: tiers, ...terms };
const lineSum = (lines: readonly { amount: bigint }[]) => lines.reduce((sum, line) => sum + line.amount, 0n);

describe("R34 a slip explains every line", () => {
  it("names the plan row, the tier, the rate and the sales with the owner's share", () => {
    const slip = slipOf(plan(onTiers), facts());
    expect(slip).toMatchObject({ base: 50_000_00n, variable: 6_800_00n, payout: 56_800_00n, carried: 0n });
    expect(slip.lines.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["base", 50_000_00n],
      ["tier", 6_000_00n],
      ["tier", 800_00n],
    ]);
    expect(slip.lines[2]).toMatchObject({ tier: 1, rate: 800, base: 10_000_00n, plan: "plan", quota: 100_000_00n });
    expect(slip.lines[2]).toMatchObject({
      sales: [
        { ref: "s1", share: 10_000, amount: 60_000_00n },
        { ref: "s2", share: 5_000, amount: 50_000_00n },
      ],
    });
  });

  it("rates by source, on revenue or on margin; a sale without a known cost is named and left out of a margin rate", () => {
    const onNew: Component = { id: "n", kind: "rate", on: "revenue", source: "new", rate: 1_000, ...terms };
    const onMargin: Component = { id: "m", kind: "rate", on: "margin", source: null, rate: 2_000, ...terms };
    const sales = [...facts().sales, sale("s3", 10_000_00n, { margin: null })];
    const { lines } = slipOf(plan(onNew, onMargin), facts({ sales }));
    expect(lines[1]).toMatchObject({ component: "n", amount: 5_000_00n, base: 50_000_00n, plan: null });
    expect(lines[2]).toMatchObject({ component: "m", amount: 5_500_00n, base: 27_500_00n, withoutCost: ["s3"] });
  });

  it("base by working days, half a month of 21 days", () => {
    expect(slipOf(plan(), facts({ days: { worked: 10, total: 21 } })).payout).toBe(23_809_52n);
    expect(slipOf(plan(), facts({ days: { worked: 0, total: 0 } })).payout).toBe(50_000_00n);
  });

  it("R73 salary and a KPI matrix: weight × coefficient of the bonus, nothing for a measure without a value", () => {
    const linear = { kind: "linear", cap: null } as const;
    const kpi: Component = {
      id: "k",
      kind: "kpi",
      bonus: 20_000_00n,
      measures: [
        { id: "speed", direction: "less", weight: 6_000, rule: linear },
        { id: "calls", direction: "more", weight: 4_000, rule: linear },
      ],
      ...terms,
    };
    const measures = new Map([["speed", { fact: 90n, target: 100n }]]);
    const { lines, variable } = slipOf(plan(kpi), facts({ measures }));
    expect(variable).toBe(13_200_00n);
    expect(lines[1]).toMatchObject({ kind: "kpi", measure: "speed", points: 11_000n, amount: 13_200_00n });
    expect(lines[2]).toMatchObject({ kind: "kpi", measure: "calls", points: null, amount: 0n });
  });
});

describe("R83 thresholds, accelerators and caps", () => {
  const fixed = (part: Partial<Component>): Component =>
    ({ id: "f", kind: "fixed", amount: 1_000_00n, ...terms, ...part }) as Component;
  it.each([
    ["at exactly the threshold", { threshold: 11_000 }, 1_000_00n],
    ["a hundredth of a per cent below", { threshold: 11_001 }, 0n],
    ["accelerated at exactly its start", { accelerators: [{ from: 11_000, factor: 15_000 }] }, 1_500_00n],
    ["not yet", { accelerators: [{ from: 11_001, factor: 15_000 }] }, 1_000_00n],
    ["capped", { accelerators: [{ from: 0, factor: 30_000 }], cap: 2_000_00n }, 2_000_00n],
  ])("%s", (_, part, variable) => {
    expect(slipOf(plan(fixed(part)), facts()).variable).toBe(variable);
  });

  it("without a plan no threshold is reached, and the line says so", () => {
    const { lines } = slipOf(plan(fixed({ threshold: 0 })), facts({ plans: [] }));
    expect(lines[1]).toMatchObject({ kind: "below-threshold", points: null, amount: 0n });
  });

  it("no cap unless stated; stated for the whole plan it is a line", () => {
    const huge = facts({ sales: [sale("s", 10n ** 12n)] });
    expect(slipOf(plan(onTiers), huge).variable).toBe(10n ** 11n - 5_000_00n);
    const capped = slipOf({ ...plan(onTiers), cap: 9_000_00n }, huge);
    expect(capped.variable).toBe(9_000_00n);
    expect(capped.lines.at(-1)).toMatchObject({ kind: "cap", cap: 9_000_00n });
  });

  it("zero plan and zero fact pay the base", () => {
    const nothing = facts({ sales: [], plans: [{ ref: "plan", source: null, amount: 0n }] });
    expect(slipOf(plan(onTiers), nothing)).toMatchObject({ payout: 50_000_00n, variable: 0n });
  });

  it("never pays less than nothing: the rest is carried", () => {
    const returned = facts({ sales: [sale("r", -1_000_000_00n)] });
    const slip = slipOf(plan(onTiers), returned);
    expect(slip).toMatchObject({ payout: 0n, carried: -10_000_00n });
    expect(lineSum(slip.lines)).toBe(0n);
  });

  it("a plan that would pay less for more is refused, with the component", () => {
    expect(payPlanFaults(plan(onTiers, fixed({ accelerators: [{ from: 1, factor: 9_000 }] })))).toEqual([
      { component: "f", at: "accelerators.0", fault: "accelerator-order" },
    ]);
    expect(payPlanFaults(plan({ ...onTiers, scale: { ...tiers, tiers: [] } }))).toEqual([
      { component: "t", at: "tiers", fault: "no-tier" },
    ]);
    expect(payPlanFaults({ ...plan(), base: -1n })).toEqual([{ component: "", at: "base", fault: "negative" }]);
    expect(payPlanFaults(plan(onTiers, fixed({ threshold: 5, cap: 0n })))).toEqual([]);
  });
});

describe("R34 what comes after a slip was closed", () => {
  const closed = { slip: "2026-01", component: "t", base: 110_000_00n, paid: 6_800_00n, rate: 600 };
  it("an old sale that is corrected comes back at the rate it really had, and opens the slip", () => {
    const line = adjustmentFor(closed, { sale: "s1", was: 60_000_00n, now: 49_000_00n, why: "corrected" });
    expect(line).toMatchObject({ slip: "2026-01", sale: "s1", amount: -680_00n });
    const slip = slipOf(plan(onTiers), facts({ adjustments: [line] }));
    expect(slip.payout).toBe(56_120_00n);
    expect(slip.lines.at(-1)).toMatchObject({ kind: "adjustment", adjustment: { why: "corrected", paid: 6_800_00n } });
  });

  it("a component that was paid on nothing uses its lowest rate", () => {
    const line = adjustmentFor({ ...closed, base: 0n, paid: 0n }, { sale: "s", was: 0n, now: 100_00n, why: "added" });
    expect(line.amount).toBe(6_00n);
  });
});

describe("R36 what if", () => {
  it("is the slip's own function: supposing what was sold earns what is earned", () => {
    const now = facts();
    expect(slipIfSold(plan(onTiers), now, 110_000_00n).payout).toBe(slipOf(plan(onTiers), now).payout);
    const { atPlan, above, forecast } = scenarios(plan(onTiers), now, null);
    expect([atPlan?.variable, above?.variable, forecast]).toEqual([6_000_00n, 7_600_00n, null]);
    expect(scenarios(plan(onTiers), facts({ plans: [] }), 1n).atPlan).toBeNull();
  });

  it("keeps the mix of sources and the margin, and names no sale", () => {
    const onNew: Component = { id: "n", kind: "rate", on: "margin", source: "new", rate: 10_000, ...terms };
    const { lines } = slipIfSold(plan(onNew), facts(), 220_000_00n);
    expect(lines[1]).toMatchObject({ base: 25_000_00n, sales: [] });
    expect(slipIfSold(plan(onTiers), facts({ sales: [] }), 100_000_00n).variable).toBe(6_000_00n);
  });
});

describe("R83 whatever is sold", () => {
  const component = fc.record({
    threshold: fc.option(fc.nat(20_000)),
    cap: fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n })),
    from: fc.nat(20_000),
    factor: fc.integer({ min: 10_000, max: 40_000 }),
    mode: fc.constantFrom("marginal" as const, "whole-base" as const),
  });
  const anyPlan = fc.array(component, { maxLength: 3 }).map(
    (some): PayPlan => ({
      base: 100n,
      cap: null,
      components: some.map(({ threshold, cap, from, factor, mode }, i) => ({
        ...onTiers,
        id: `c${i}`,
        scale: { ...tiers, mode },
        threshold,
        cap,
        accelerators: [{ from, factor }],
      })),
    }),
  );
  const sold = fc.bigInt({ min: -(10n ** 8n), max: 10n ** 12n });

  it("lines add up to the payout, and selling more never pays less", () => {
    fc.assert(
      fc.property(anyPlan, sold, fc.bigInt({ min: 0n, max: 10n ** 10n }), sold, (given, amount, more, quota) => {
        const at = (revenue: bigint) =>
          slipOf(given, facts({ sales: [sale("s", revenue)], plans: [{ ref: "p", source: null, amount: quota }] }));
        const [less, most] = [at(amount), at(amount + more)];
        expect(lineSum(less.lines)).toBe(less.payout);
        expect(most.payout >= less.payout).toBe(true);
        expect(less.payout >= 0n).toBe(true);
      }),
    );
  });
});
