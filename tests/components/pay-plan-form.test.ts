import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planValues, writer } from "@/components/pay/plan-values";
import { readPlan } from "@/components/pay/read-plan";
import { startOf } from "@/components/pay/start-values";
import type { Component, PayPlan } from "@/lib/domain/pay/pay-plan";
import type { Locale } from "@/lib/i18n/locale";

const share = fc.nat(1_000_000);
const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const terms = {
  threshold: fc.option(share),
  accelerators: fc.constant([{ from: 11_000, factor: 15_025 }]),
  cap: fc.option(amount),
};
const on = fc.constantFrom("revenue" as const, "margin" as const);
const rising = fc
  .uniqueArray(fc.integer({ min: 1, max: 900_000 }), { maxLength: 4 })
  .map((some) => [0, ...some.toSorted((a, b) => a - b)]);
const component = fc.oneof(
  fc.record({ ...terms, kind: fc.constant("rate" as const), on, source: fc.constant(null), rate: share }),
  fc.record({
    ...terms,
    kind: fc.constant("tiers" as const),
    on,
    source: fc.constant(null),
    scale: fc.record({
      mode: fc.constant("marginal" as const),
      by: fc.constantFrom("quota" as const, "amount" as const),
      tiers: rising.chain((froms) =>
        fc.tuple(...froms.map((from) => share.map((rate) => ({ from: BigInt(from), rate })))),
      ),
    }),
  }),
  fc.record({ ...terms, kind: fc.constant("fixed" as const), amount }),
  fc.record({
    ...terms,
    kind: fc.constant("kpi" as const),
    bonus: amount,
    measures: fc.constant([
      { id: "own:a", direction: "more" as const, weight: 6_250, rule: { kind: "linear" as const, cap: null } },
      {
        id: "team:b",
        direction: "less" as const,
        weight: 3_750,
        rule: { kind: "steps" as const, steps: [{ from: 8_000, coefficient: 5_050 }] },
      },
    ]),
  }),
);
const anyPlan = fc.record({ base: amount, cap: fc.option(amount), some: fc.array(component, { maxLength: 4 }) }).map(
  ({ base, cap, some }): PayPlan => ({
    base,
    cap,
    components: some.map((one, place): Component => ({ ...one, id: `c${place}` })),
  }),
);

const named = { name: "Plan", kind: "tiers" as const, months: 1 as const };

describe("R34 the editor of a pay plan", () => {
  it("says back what a plan says, in either language and any currency", () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.constantFrom<Locale>("ru", "en"),
        fc.constantFrom("RUB", "JPY", "KWD"),
        (plan, locale, currency) => {
          const items = [{ name: "Car", amount: 123n }];
          const values = planValues(named, { terms: plan, package: items }, writer(currency, locale));
          expect(readPlan(values, currency, locale)).toEqual({ terms: plan, items, faults: {} });
        },
      ),
    );
  });

  it("tells every fault at its field, and a rule only of what is a figure already", () => {
    const start = startOf("tiers", [], { name: " ", months: 1, base: "abc", cap: "", items: [] });
    const [tiers] = start.components;
    expect(readPlan(start, "RUB", "ru").faults).toEqual({
      name: "required",
      base: "not-a-number",
      "component.sales.tiers.0.rate": "required",
      "component.sales.tiers.1.rate": "required",
      "component.sales.tiers.2.rate": "required",
    });
    const typed = (from: string[], rate: string[], mode: "marginal" | "whole-base" = "marginal") => ({
      ...start,
      name: "P",
      base: "1 000,50",
      components: tiers
        ? [{ ...tiers, mode, tiers: from.map((one, key) => ({ key, from: one, rate: rate[key] ?? "" })) }]
        : [],
    });
    const faults = (values: typeof start) => readPlan(values, "RUB", "ru").faults;
    expect(faults(typed(["0", "100", "90"], ["4", "8", "9"]))).toEqual({
      "component.sales.tiers.2.from": "pay-not-rising",
    });
    expect(faults(typed(["5", "100"], ["4", "8"]))).toEqual({
      "component.sales.tiers.0.from": "pay-starts-above-zero",
    });
    expect(faults(typed(["0", "100"], ["8", "4"], "whole-base"))).toEqual({
      "component.sales.tiers.1.rate": "pay-falling-rate",
    });
    expect(faults(typed(["0", "100"], ["-1", "4"]))).toMatchObject({ "component.sales.tiers.0.rate": "pay-negative" });
    const right = readPlan(typed(["0", "100"], ["0,65", "8"]), "RUB", "ru");
    expect(right.faults).toEqual({});
    expect(right.terms).toMatchObject({
      base: 100_050n,
      components: [{ scale: { tiers: [{ rate: 65 }, { rate: 800 }] } }],
    });
  });
});
