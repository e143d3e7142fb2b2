import type { Component, PayPlan } from "@/lib/domain/pay/pay-plan";

const plain = { threshold: null, accelerators: [], cap: null };

/** Tiers for those who sell, in hundredths of a per cent of what is sold; amounts in minor units. */
export function sellerTerms(base: bigint, rates: readonly [number, number, number]): PayPlan {
  const tiers = [
    { from: 0n, rate: rates[0] },
    { from: 10_000n, rate: rates[1] },
    { from: 12_000n, rate: rates[2] },
  ];
  const sales: Component = {
    kind: "tiers",
    id: "sales",
    on: "revenue",
    source: null,
    scale: { mode: "marginal", by: "quota", tiers },
    ...plain,
  };
  const fresh: Component = { kind: "rate", id: "new", on: "revenue", source: "new", rate: rates[0], ...plain };
  return { base, cap: null, components: [sales, fresh] };
}

/** Salary and KPI for those who lead: the team's revenue, clients kept, touches on cadence. `measure` gives the id of a shipped measure. */
export function leadTerms(base: bigint, bonus: bigint, measure: (code: string) => string): PayPlan {
  const linear = { kind: "linear", cap: 15_000 } as const;
  const one = (code: string, weight: number) => ({
    id: `team:${measure(code)}`,
    direction: "more" as const,
    weight,
    rule: linear,
  });
  const kpi: Component = {
    kind: "kpi",
    id: "kpi",
    bonus,
    measures: [one("revenue", 6000), one("retention", 2000), one("on_cadence", 2000)],
    ...plain,
  };
  return { base, cap: null, components: [kpi] };
}
