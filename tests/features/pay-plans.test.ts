import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  activatePayPlan,
  archivePayPlan,
  assignPayPlan,
  discardPayDraft,
  savePayPlan,
  simulatePayPlan,
} from "@/lib/features/pay/actions";
import { loadSlip } from "@/lib/features/pay/queries";
import { loadPayPlan, loadPayPlans } from "@/lib/features/pay/queries/plans";
import type { PlanInput } from "@/lib/features/pay/schema";
import { codeOf, granted, House, type Person } from "./assignments-house";
import { payPlan, quotas, sale, tiers } from "./pay-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);

const common = { threshold: null, accelerators: [], cap: null };
const rate = (hundredths: number): PlanInput["terms"] => ({
  base: "0",
  cap: null,
  components: [{ kind: "rate", id: "r", on: "revenue", source: null, rate: hundredths, ...common }],
});
const draft = (name: string, terms: PlanInput["terms"], more: Partial<PlanInput> = {}): PlanInput => ({
  id: "",
  name,
  kind: "tiers",
  months: 1,
  terms,
  package: [],
  version: 0,
  ...more,
});

describe("pay plans", () => {
  let house: House;
  let director: Person;
  let kam: Person;
  let fresh: Person;

  beforeAll(async () => {
    house = await House.open();
    director = await house.person("Dora Director", "director");
    kam = await house.person("Kim Key", "kam");
    fresh = await house.person("Fred Fresh", "kam");
    const client = await house.client("Acme", kam);
    const other = await house.client("Globex", fresh);
    await payPlan(house, kam, tiers("marginal"));
    await quotas(house, kam, client);
    await sale(house, client, kam, "2026-07-10", 11_000_000);
    await sale(house, client, kam, "2026-08-10", 15_000_000);
    await sale(house, other, fresh, "2026-08-10", 1_000_000);
    house.sit(director);
  });
  afterAll(() => house.close());

  it("R34 a plan goes from a draft into force by a month, and its terms stay as they are", async () => {
    const made = granted(await house.send(savePayPlan, draft("Simple", rate(500))));
    const again = granted(
      await house.send(savePayPlan, draft("Simple", rate(300), { id: made.id, version: made.version })),
    );
    expect(again.version).toBeGreaterThan(made.version);
    expect(
      codeOf(await house.send(savePayPlan, draft("Simple", rate(200), { id: made.id, version: made.version }))),
    ).toBe("changed-meanwhile");
    expect(codeOf(await house.send(savePayPlan, draft("Simple", rate(200), { id: made.id })))).toBe(
      "changed-meanwhile",
    );
    granted(
      await house.send(activatePayPlan, { versionId: made.versionId, version: again.version, from: "2026-09-01" }),
    );
    expect(codeOf(await house.send(discardPayDraft, { versionId: made.versionId, version: again.version + 1 }))).toBe(
      "pay-plan-active",
    );
    // A change is the next version, and may only begin later.
    const next = granted(await house.send(savePayPlan, draft("Simple", rate(700), { id: made.id })));
    const from = (month: string) =>
      house.send(activatePayPlan, { versionId: next.versionId, version: next.version, from: month });
    expect(await from("2026-09-01")).toMatchObject({ code: "invalid", fields: { from: "pay-from-order" } });
    granted(await from("2026-10-01"));
    const { plan } = await loadPayPlan(made.id);
    expect(plan?.versions.map(({ number, inForceFrom }) => [number, inForceFrom])).toEqual([
      [2, "2026-10-01"],
      [1, "2026-09-01"],
    ]);
  });

  it("R34 each slip is reckoned by the plan of its last day, in the version of that day", async () => {
    const { plans } = await loadPayPlans();
    const planId = plans.find(({ name }) => name === "Simple")?.id ?? "";
    granted(await house.send(assignPayPlan, { memberId: fresh.member, planId, from: "2026-08-01", base: "1 000.50" }));
    const base = async (period: string) => (await loadSlip({ memberId: fresh.member, period })).slip;
    // In August the plan had no terms yet.
    await expect(base("2026-08")).rejects.toThrow("left for not-found");
    expect((await base("2026-09")).content.terms.components).toMatchObject([{ rate: 300 }]);
    expect(await base("2026-10")).toMatchObject({
      basePay: 100_050n,
      content: { terms: { components: [{ rate: 700 }] } },
    });
    const holder = (await loadPayPlans()).people.find(({ memberId }) => memberId === fresh.member);
    expect(holder?.current).toMatchObject({ plan: "Simple", base: 100_050n });
    granted(await house.send(assignPayPlan, { memberId: fresh.member, planId: "", from: "2027-03-01", base: "" }));
    expect((await loadPayPlans()).people.find(({ memberId }) => memberId === fresh.member)?.next).toEqual({
      plan: null,
      startsOn: "2027-03-01",
    });
  });

  it("R34 a plan goes into the archive once nobody has it any more, and comes back with its terms", async () => {
    const made = granted(await house.send(savePayPlan, draft("Old ways", rate(100))));
    granted(
      await house.send(activatePayPlan, { versionId: made.versionId, version: made.version, from: "2026-09-01" }),
    );
    const give = (planId: string, from: string) =>
      house.send(assignPayPlan, { memberId: fresh.member, planId, from, base: "" });
    const listed = async () => (await loadPayPlans()).plans.find(({ id }) => id === made.id);
    const put = (version: number, archived: boolean) => house.send(archivePayPlan, { id: made.id, version, archived });
    const version = (await listed())?.version ?? 0;
    // Held from a later month on is held as well.
    granted(await give(made.id, "2027-04-01"));
    expect(codeOf(await put(version, true))).toBe("pay-plan-held");
    granted(await give("", "2027-04-01"));
    expect(codeOf(await put(version + 1, true))).toBe("conflict");
    granted(await put(version, true));
    expect(await listed()).toBeUndefined();
    expect((await loadPayPlans()).archived).toEqual([{ id: made.id, name: "Old ways", version: version + 1 }]);
    await expect(loadPayPlan(made.id)).rejects.toThrow("left for not-found");
    expect(codeOf(await give(made.id, "2027-05-01"))).toBe("not-found");
    granted(await put(version + 1, false));
    expect((await listed())?.versions).toHaveLength(1);
    granted(await give(made.id, "2027-05-01"));
    granted(await give("", "2027-05-01"));
  });

  it("R34 R82 tries terms on the last year beside those of then, by the slip's own function, and writes nothing", async () => {
    const count = () => house.rows("select count(*)::int n from pay_slip", []);
    const before = await count();
    const { people } = granted(
      await house.send(simulatePayPlan, { planId: "", terms: rate(1000), months: 1, who: "kam" }),
    );
    expect(people.find(({ memberId }) => memberId === kam.member)).toMatchObject({
      before: String(680_000 + 1_000_000),
      after: String(2_600_000),
    });
    const whole = granted(
      await house.send(simulatePayPlan, { planId: "", terms: rate(1000), months: 3, who: "kam" }),
    ).people;
    expect(whole.find(({ memberId }) => memberId === kam.member)?.after).toBe("2600000");
    expect(await count()).toEqual(before);
    // Who has no plan has nothing to compare with.
    const late = await house.person("Lara Late", "kam");
    const all = granted(
      await house.send(simulatePayPlan, { planId: "", terms: rate(1), months: 1, who: "all" }),
    ).people;
    expect(all.find(({ memberId }) => memberId === late.member)).toMatchObject({ before: null, after: "0" });
  });

  it("R34 a plan tried for those who have it takes their own base", async () => {
    const planId = (await loadPayPlans()).plans.find(({ name }) => name === "Simple")?.id ?? "";
    const { people } = granted(
      await house.send(simulatePayPlan, { planId, terms: rate(0), months: 1, who: "holders" }),
    );
    expect(people.map(({ memberId, after }) => [memberId, after])).toEqual([[fresh.member, String(12 * 100_050)]]);
  });

  it("R82 tells a fault at its field: scale, weights, accelerators, what no plan measures", async () => {
    const scale = (rates: number[]) => ({
      mode: "whole-base" as const,
      by: "quota" as const,
      tiers: rates.map((one, i) => ({ from: String(i * 10_000), rate: one })),
    });
    const terms: PlanInput["terms"] = {
      base: "0",
      cap: null,
      components: [
        { kind: "tiers", id: "t", on: "revenue", source: null, scale: scale([900, 800]), ...common },
        { kind: "rate", id: "n", on: "revenue", source: "new", rate: 100, ...common, threshold: 8000 },
        { kind: "fixed", id: "f", amount: "100", ...common, accelerators: [{ from: 1, factor: 9000 }] },
        {
          kind: "kpi",
          id: "k",
          bonus: "100",
          measures: [{ id: "own:x", direction: "more", weight: 9000, rule: { kind: "linear", cap: null } }],
          ...common,
        },
      ],
    };
    expect(await house.send(savePayPlan, draft("Wrong", terms))).toMatchObject({
      code: "invalid",
      fields: {
        "component.t.tiers.1.rate": "pay-falling-rate",
        "component.n.source": "pay-source-unplanned",
        "component.f.accelerators.0": "pay-accelerator-order",
        "component.k.measures": "pay-weights",
      },
    });
    expect(await house.send(savePayPlan, draft("Simple", rate(1)))).toMatchObject({ fields: { name: "name-taken" } });
  });

  it("a draft is thrown away, and a plan that never was more with it", async () => {
    const made = granted(await house.send(savePayPlan, draft("Passing", rate(1))));
    granted(await house.send(discardPayDraft, { versionId: made.versionId, version: made.version }));
    expect((await loadPayPlans()).plans.map(({ name }) => name)).not.toContain("Passing");
    await expect(loadPayPlan("nonsense")).rejects.toThrow("left for not-found");
  });

  it("a quarter's terms begin with a quarter, and none where slips are closed", async () => {
    const made = granted(await house.send(savePayPlan, draft("Quarterly", rate(1), { months: 3 })));
    const from = (month: string) =>
      house.send(activatePayPlan, { versionId: made.versionId, version: made.version, from: month });
    expect(await from("2026-11-01")).toMatchObject({ fields: { from: "quarter-start" } });
    granted(await from("2026-10-01"));
    granted(await house.send(assignPayPlan, { memberId: kam.member, planId: made.id, from: "2027-01-01", base: "" }));
    await house.row("pay_slip", {
      member_id: kam.member,
      starts_on: "2027-01-01",
      months: 3,
      status: "closed",
      closed_at: "2027-04-05",
      payout: 0,
      base_pay: 0,
      variable: 0,
    });
    const next = granted(await house.send(savePayPlan, draft("Quarterly", rate(2), { id: made.id, months: 3 })));
    const again = { versionId: next.versionId, version: next.version };
    expect(await house.send(activatePayPlan, { ...again, from: "2027-01-01" })).toMatchObject({
      fields: { from: "pay-closed" },
    });
    granted(await house.send(activatePayPlan, { ...again, from: "2027-04-01" }));
  });
});
