// What the tests of pay add to the company of assignments-house.
import type { Component, PayPlan } from "@/lib/domain/pay/pay-plan";
import { plainOf } from "@/lib/features/pay/plain";
import type { House, Person } from "./assignments-house";

const terms = { threshold: null, accelerators: [], cap: null };

/** Below 100 % of the quota 6 %, from there 8 %, from 150 % 10 % (domain.md 5). */
export function tiers(mode: "marginal" | "whole-base", more: Partial<Component> = {}): PayPlan {
  const steps = [
    { from: 0n, rate: 600 },
    { from: 10_000n, rate: 800 },
    { from: 15_000n, rate: 1000 },
  ];
  const component = {
    kind: "tiers",
    id: "sales",
    on: "revenue",
    source: null,
    scale: { mode, by: "quota", tiers: steps },
    ...terms,
    ...more,
  };
  return { base: 0n, cap: null, components: [component as Component] };
}

/** A plan in force for the person since 2026. */
export async function payPlan(
  house: House,
  who: Person,
  plan: PayPlan,
  columns: Record<string, unknown> = {},
): Promise<string> {
  const planId = await house.row("pay_plan", { name: `plan of ${who.name}`, kind: "tiers", ...columns });
  await house.row("pay_plan_version", {
    plan_id: planId,
    number: 1,
    status: "active",
    in_force_from: "2025-01-01",
    terms: plainOf(plan),
  });
  await house.row("pay_assignment", { member_id: who.member, plan_id: planId, starts_on: "2026-01-01" });
  return planId;
}

/** What the sales plan in force asks of somebody in a month, minor units. */
async function quota(house: House, who: Person, client: string, month: string, amount: number): Promise<void> {
  await house.rows(
    `insert into plan_credit (tenant_id, member_id, month, client_id, client_label, version_id, amount, planned) values ($1, $2, $3, $4, 'Client', gen_random_uuid(), $5, $5)`,
    [house.company, who.member, month, client, amount],
  );
}

let documents = 0;
/** A sale of one line, credited to the client's owner of that day, or to the seller; answers its id. */
export function sale(
  house: House,
  client: string,
  owner: Person,
  day: string,
  amount: number,
  more: Record<string, unknown> = {},
): Promise<string> {
  documents += 1;
  return house.row("sale_line", {
    client_id: client,
    sold_on: day,
    document: `D-${documents}`,
    line: "1",
    currency: "RUB",
    amount,
    base_amount: amount,
    owner_id: owner.member,
    source: "renewal",
    ...more,
  });
}

/** A sequence that is the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** All that is stored of somebody's slip of a month, lines and sales with it. */
export function frozen(house: House, who: Person, month: string): Promise<unknown[]> {
  return house.rows(
    `select to_jsonb(s) s, (select jsonb_agg(l order by place) from pay_slip_line l where l.slip_id = s.id) lines,
       (select jsonb_agg(p order by document, source) from pay_slip_sale p where p.slip_id = s.id) sales from pay_slip s where member_id = $1 and starts_on = $2`,
    [who.member, `${month}-01`],
  );
}

/** A plan of 100,000.00 a month from July to November. */
export async function quotas(house: House, who: Person, client: string): Promise<void> {
  for (const month of ["07", "08", "09", "10", "11"]) await quota(house, who, client, `2026-${month}-01`, 10_000_000);
}
