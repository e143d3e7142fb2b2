// A page is one door, and a door is a few statements: each costs a way to the database and back, on every visit, for everybody.
import { afterAll, expect, it, vi } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { statementsOf } from "@/tests/bench/statements";
import { testDatabase } from "@/tests/support/database-setup";
import { callDoor } from "./doors/call";
import { discoverDoors } from "./doors/discover";
import { loadProbes } from "./probes/load";
import { openWorld } from "./world/open";
import { idsFor, personOf, TODAY } from "./world/world";

vi.mock("next/headers", async () => (await import("./doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("./doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("./doors/next")).nextCache);

process.env.GRANGE_TODAY = TODAY;
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

/** Besides the door's own two, who is there and what they may. */
const MOST = 8;

/** What goes before the page's own statements: the door's session and context, and the transaction's own words. */
const isDoors = (text: string) =>
  /^\s*(begin|commit|rollback|set transaction)/i.test(text) ||
  text.includes("app.open_session(") ||
  text.includes("set_config('app.tenant'");

const { doors } = await discoverDoors();
const probes = await loadProbes();
const opened = await openWorld(testDatabase());
afterAll(async () => {
  await closeDatabase();
  await opened.close();
});

const pages = doors.flatMap(({ name, value, mark }) => {
  const probe = probes.find(({ door, kind }) => door === value && kind === "query");
  return mark.kind === "query" && probe ? [{ name: String(name.split("#")[1]), probe }] : [];
});

it("there are pages to count", () => {
  expect(pages.length).toBeGreaterThan(30);
});

async function saidBy(probe: (typeof pages)[number]["probe"], part: "kam" | "lead" | "admin" | "director") {
  const by = personOf(opened.world.own, part);
  const call = { probe, ids: idsFor(opened.world, "own", by), by, company: opened.world.own.tenant };
  await callDoor(call);
  let code = "";
  const said = await statementsOf(async () => {
    code = (await callDoor(call)).code;
  });
  return { code, own: said.map(({ text }) => text).filter((text) => !isDoors(text)) };
}

const short = (said: readonly string[]) => said.map((text) => text.replaceAll(/\s+/g, " ").slice(0, 120)).join("\n");

it.each(pages)("$name says at most 8 statements, whoever opens it", async ({ probe }) => {
  let [most, served]: [string[], number] = [[], 0];
  for (const part of ["kam", "lead", "admin", "director"] as const) {
    const { code, own } = await saidBy(probe, part);
    if (code !== "ok") continue;
    served++;
    if (own.length > most.length) most = own;
  }
  expect(served).toBeGreaterThan(0);
  expect(most.length, short(most)).toBeLessThanOrEqual(MOST);
});

it("R83 pay with a KPI matrix of the person's and of the team's, an own closed slip and corrections says no more", async () => {
  const { owner, world } = opened;
  const lead = personOf(world.own, "lead");
  const ids = idsFor(world, "own", lead);
  const { tenant } = world.own;
  await owner.query("begin");
  await owner.query(
    `insert into measure (tenant_id, code, name_ru, name_en, kind, unit, gathering) values ($1, 'revenue', 'выручка', 'revenue', 'computed', 'money', 'sum')
     on conflict do nothing`,
    [tenant],
  );
  await owner.query(
    `insert into pay_plan_version (tenant_id, plan_id, number, status, in_force_from, terms)
     select v.tenant_id, v.plan_id, 3, 'active', date '2026-02-01', jsonb_set(v.terms, '{components}', jsonb_build_array(jsonb_build_object(
       'kind', 'kpi', 'id', 'kpi', 'bonus', '1000', 'threshold', null, 'accelerators', '[]'::jsonb, 'cap', null, 'measures', (
         select jsonb_agg(jsonb_build_object('id', of || m.id, 'direction', 'more', 'weight', 5000, 'rule', '{"kind": "linear", "cap": null}'::jsonb))
         from measure m cross join (values ('own:'), ('team:')) x(of) where m.tenant_id = v.tenant_id and m.code = 'revenue'))))
     from pay_plan_version v where v.tenant_id = $1 and v.id = $2`,
    [tenant, ids.payVersion],
  );
  await owner.query(
    `insert into pay_assignment (tenant_id, member_id, plan_id, starts_on) values ($1, $2, $3, '2026-01-01') on conflict do nothing`,
    [tenant, lead.member, ids.payPlan],
  );
  const { rows } = await owner.query<{ id: string }>(
    `insert into pay_slip (tenant_id, member_id, starts_on, months, status, payout, base_pay, variable, content, approved_by, closed_at)
     select tenant_id, $3, date '2026-02-01', months, status, payout, base_pay, variable, content, approved_by, timestamptz '2026-03-02' from pay_slip
     where tenant_id = $1 and id = $2 returning id`,
    [tenant, ids.closedSlip, lead.member],
  );
  await owner.query(
    `insert into pay_slip_line (tenant_id, slip_id, member_id, place, kind, amount, reason)
     select tenant_id, $3, $4, place, kind, amount, reason from pay_slip_line where tenant_id = $1 and slip_id = $2`,
    [tenant, ids.closedSlip, rows[0]?.id, lead.member],
  );
  await owner.query("commit");
  const probe = pages.find(({ name }) => name === "loadPay")?.probe;
  if (!probe) throw new Error("no page of pay");
  const { code, own } = await saidBy(probe, "lead");
  expect(code).toBe("ok");
  // The matrix is counted, the own slip is read as it was closed, and somebody's next one takes up corrections.
  for (const part of ["app.kpi_facts(", "from pay_slip_sale p left join client", "settled as ("])
    expect(short(own.filter((text) => text.includes(part))), part).not.toBe("");
  expect(own.length, short(own)).toBeLessThanOrEqual(MOST);
});
