import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { simulatePayPlan } from "@/lib/features/pay/actions";
import { loadPayLoss } from "@/lib/features/pay/queries/client-loss";
import { granted, House, type Person } from "./assignments-house";
import { payPlan, quotas, sale, tiers } from "./pay-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);

describe("R24 R36 what losing a client takes from the pay", () => {
  let house: House;
  let director: Person;
  let lead: Person;
  let kam: Person;
  let other: Person;
  let [acme, beta, foreign, moved] = ["", "", "", ""];

  beforeAll(async () => {
    house = await House.open();
    director = await house.person("Dora Director", "director");
    lead = await house.person("Leo Lead", "lead");
    kam = await house.person("Kim Key", "kam");
    other = await house.person("Otto Other", "kam");
    await house.team("Team", lead, kam);
    acme = await house.client("Acme", kam);
    beta = await house.client("Beta", kam);
    foreign = await house.client("Globex", other);
    moved = await house.client("Moved", null);
    await house.assign(moved, kam, { ends_on: "2026-09-01" });
    await house.assign(moved, other, { starts_on: "2026-09-01" });
    await payPlan(house, kam, tiers("marginal"));
    await payPlan(house, other, tiers("whole-base"));
    const [{ id: team } = { id: "" }] = await house.rows<{ id: string }>("select id from team where tenant_id = $1", [
      house.company,
    ]);
    const [{ id: revenue } = { id: "" }] = await house.rows<{ id: string }>(
      "select id from measure where tenant_id = $1 and code = 'revenue'",
      [house.company],
    );
    await payPlan(house, lead, {
      base: 0n,
      cap: null,
      components: [
        {
          kind: "kpi",
          id: "kpi",
          bonus: 100_000n,
          measures: [{ id: `team:${revenue}`, direction: "more", weight: 10_000, rule: { kind: "linear", cap: null } }],
          threshold: null,
          accelerators: [],
          cap: null,
        },
      ],
    });
    await house.row("team_figure", {
      team_id: team,
      measure_id: revenue,
      what: "target",
      starts_on: "2026-07-01",
      months: 1,
      amount: 11_000_000,
    });
    await quotas(house, kam, acme);
    await quotas(house, other, foreign);
    await sale(house, acme, kam, "2026-07-10", 9_000_000);
    await sale(house, beta, kam, "2026-07-12", 2_000_000);
    await sale(house, foreign, other, "2026-07-12", 10_000_000);
    await sale(house, moved, kam, "2026-08-12", 1_000_000);
  });
  afterAll(() => house.close());

  const seen = async (by: Person, client: string) => {
    house.sit(by);
    const loss = await loadPayLoss(client);
    return loss?.people.map(({ name, paid, without }) => [name, without - paid]);
  };

  it("is the slip's own function with and without its sales, the plan staying as it is", async () => {
    // 6,800 on 110,000 at a plan of 100,000, 5,400 on 90,000; and 600 for the moved one in August either way.
    expect(await seen(kam, beta)).toEqual([["Kim Key", -140_000n]]);
    house.sit(kam);
    expect((await loadPayLoss(beta))?.people[0]).toMatchObject({ paid: 740_000n, without: 600_000n });
  });

  it("a KAM sees the own, a lead the team's and the own by the team's measure, the director all", async () => {
    // Of the team's target of 110,000 the rest of 90,000 is 81.81 %, rounded down: so much of the bonus of 1,000 is left.
    const byTeam = ["Leo Lead", -18_190n];
    expect(await seen(lead, beta)).toEqual([["Kim Key", -140_000n], byTeam]);
    expect(await seen(director, beta)).toEqual([["Kim Key", -140_000n], byTeam]);
    expect(await seen(director, foreign)).toEqual([["Otto Other", -800_000n]]);
  });

  it("a client out of reach is answered like one that never was, also where there is own credit of the past", async () => {
    expect(await seen(kam, foreign)).toBeUndefined();
    expect(await seen(kam, moved)).toBeUndefined();
    expect(await seen(kam, crypto.randomUUID())).toBeUndefined();
    expect(await seen(lead, foreign)).toBeUndefined();
    expect(await seen(other, acme)).toBeUndefined();
    // The new owner reaches it, and none of the pay is the new owner's.
    expect(await seen(other, moved)).toEqual([]);
  });

  it("equals what the year would really have paid had those sales never been", async () => {
    house.sit(kam);
    const told = (await loadPayLoss(acme))?.people[0]?.without;
    await house.rows("delete from sale_line where client_id = $1", [acme]);
    house.sit(director);
    const year = granted(
      await house.send(simulatePayPlan, {
        planId: "",
        terms: { base: "0", cap: null, components: [] },
        months: 1,
        who: "kam",
      }),
    );
    expect(year.people.find(({ memberId }) => memberId === kam.member)?.before).toBe(String(told));
  });
});
