import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { approveSlips, assignPayPlan, closeSlips, withdrawSlip } from "@/lib/features/pay/actions";
import { loadPay, loadSlip } from "@/lib/features/pay/queries";
import { codeOf, granted, House, type Person } from "./assignments-house";
import { dice, frozen, payPlan, quotas, sale, tiers } from "./pay-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);

describe("pay", () => {
  let house: House;
  let director: Person;
  let lead: Person;
  let kam: Person;
  let other: Person;
  let admin: Person;
  let auditor: Person;
  let [client, foreign] = ["", ""];

  beforeAll(async () => {
    house = await House.open();
    director = await house.person("Dora Director", "director");
    lead = await house.person("Leo Lead", "lead");
    kam = await house.person("Kim Key", "kam");
    other = await house.person("Otto Other", "kam");
    admin = await house.person("Ada Admin", "admin");
    auditor = await house.person("Aud Auditor", "auditor");
    await house.team("Team", lead, kam);
    client = await house.client("Acme", kam);
    foreign = await house.client("Globex", other);
    await payPlan(house, kam, tiers("marginal"));
    await payPlan(house, other, tiers("whole-base"));
    await quotas(house, kam, client);
    await quotas(house, other, foreign);
  });
  afterAll(() => house.close());

  const slipOf = async (by: Person, of: Person, period: string) => {
    house.sit(by);
    return (await loadSlip({ memberId: of.member, period })).slip;
  };
  /** Approves and closes whoever's slip of a month, as the director. */
  async function close(of: Person, month: string): Promise<void> {
    const { payout } = await slipOf(director, of, month);
    const startsOn = `${month}-01`;
    granted(
      await house.send(approveSlips, {
        startsOn,
        months: 1,
        slips: [{ memberId: of.member, payout: String(payout) }],
      }),
    );
    const stored = (await slipOf(director, of, month)).stored;
    granted(
      await house.send(closeSlips, {
        startsOn,
        months: 1,
        slips: [{ id: stored?.id ?? "", version: stored?.version ?? 0 }],
      }),
    );
  }

  it("R34 R82 pays the vectors of marginal and whole-base tiers through the doors", async () => {
    await sale(house, client, kam, "2026-07-10", 11_000_000);
    await sale(house, foreign, other, "2026-07-10", 11_000_000);
    await sale(house, client, kam, "2026-08-10", 15_000_000);
    await sale(house, foreign, other, "2026-08-10", 15_000_000);
    expect((await slipOf(director, kam, "2026-07")).payout).toBe(680_000n);
    expect((await slipOf(director, other, "2026-07")).payout).toBe(880_000n);
    expect((await slipOf(kam, kam, "2026-08")).payout).toBe(1_000_000n);
    expect((await slipOf(other, other, "2026-08")).payout).toBe(1_500_000n);
    const { lines } = await slipOf(kam, kam, "2026-07");
    expect(lines.filter(({ kind }) => kind === "tier").map(({ amount }) => amount)).toEqual([600_000n, 80_000n]);
  });

  it("R83 pays nothing on nothing and has no hidden cap", async () => {
    expect((await slipOf(kam, kam, "2026-11")).payout).toBe(0n);
    const huge = await sale(house, client, kam, "2026-11-10", 1_000_000_000_000);
    expect((await slipOf(kam, kam, "2026-11")).payout).toBe(
      600_000n + 400_000n + (1_000_000_000_000n - 15_000_000n) / 10n,
    );
    await house.rows("delete from sale_line where id = $1", [huge]);
  });

  it("R36 shows what is earned now, at the forecast, at 100 % and at 120 %", async () => {
    house.sit(kam);
    const page = await loadPay({ period: "2026-11" });
    expect(page.scenarios.map(({ name, payout }) => [name, payout])).toEqual([
      ["now", 0n],
      ["forecast", 0n],
      ["atPlan", 600_000n],
      ["above", 760_000n],
    ]);
    expect(page.people).toBeNull();
  });

  it("shows the own pay, a lead the team's, director and auditor all, an admin none", async () => {
    const seen = async (by: Person) => {
      house.sit(by);
      return (await loadPay({ period: "2026-07" })).people?.map(({ name }) => name) ?? null;
    };
    expect(await seen(director)).toEqual(["Kim Key", "Otto Other"]);
    expect(await seen(auditor)).toEqual(["Kim Key", "Otto Other"]);
    expect(await seen(lead)).toEqual(["Kim Key"]);
    await expect(slipOf(lead, other, "2026-07")).rejects.toThrow("left for not-found");
    await expect(slipOf(kam, other, "2026-07")).rejects.toThrow("left for not-found");
    await expect(slipOf(admin, kam, "2026-07")).rejects.toThrow("left for not-found");
  });

  it("nobody but the director approves the own slip, and a sum that has changed is not approved", async () => {
    house.sit(lead);
    const startsOn = "2026-07-01";
    expect(
      codeOf(await house.send(approveSlips, { startsOn, months: 1, slips: [{ memberId: lead.member, payout: "0" }] })),
    ).toBe("own-slip");
    expect(
      codeOf(await house.send(approveSlips, { startsOn, months: 1, slips: [{ memberId: kam.member, payout: "1" }] })),
    ).toBe("slip-changed");
    granted(
      await house.send(approveSlips, { startsOn, months: 1, slips: [{ memberId: kam.member, payout: "680000" }] }),
    );
    const { stored } = await slipOf(lead, kam, "2026-07");
    house.sit(lead);
    expect(
      codeOf(await house.send(closeSlips, { startsOn, months: 1, slips: [{ id: stored?.id ?? "", version: 1 }] })),
    ).toBe("forbidden");
    granted(await house.send(withdrawSlip, { id: stored?.id ?? "", version: stored?.version ?? 0 }));
    expect((await slipOf(lead, kam, "2026-07")).state).toBe("draft");
  });

  it("a sale corrected after its slip was closed is an adjustment at the original rate in the next slip, once", async () => {
    await close(kam, "2026-07");
    const before = await slipOf(kam, kam, "2026-07");
    expect(before.state).toBe("closed");
    await house.rows(
      "update sale_line set base_amount = 10000000, amount = 10000000 where tenant_id = $1 and client_id = $2 and sold_on = '2026-07-10'",
      [house.company, client],
    );
    expect(await slipOf(kam, kam, "2026-07")).toEqual(before);
    const next = await slipOf(kam, kam, "2026-08");
    // 6,800 was paid on 110,000: 10,000 less takes back 618.18.
    expect(next.lines.filter(({ kind }) => kind === "adjustment")).toMatchObject([
      {
        amount: -61_818n,
        adjustment: { was: 11_000_000n, now: 10_000_000n, why: "returned", paid: 680_000n, on: 11_000_000n },
      },
    ]);
    expect(next.payout).toBe(1_000_000n - 61_818n);
    expect((await slipOf(kam, kam, "2026-09")).lines.some(({ kind }) => kind === "adjustment")).toBe(false);

    await close(kam, "2026-08");
    expect((await slipOf(kam, kam, "2026-08")).payout).toBe(1_000_000n - 61_818n);
    expect((await slipOf(kam, kam, "2026-09")).lines.some(({ kind }) => kind === "adjustment")).toBe(false);
    await house.rows(
      "update sale_line set base_amount = 11000000, amount = 11000000 where tenant_id = $1 and client_id = $2 and sold_on = '2026-07-10'",
      [house.company, client],
    );
    expect((await slipOf(kam, kam, "2026-09")).lines.filter(({ kind }) => kind === "adjustment")).toMatchObject([
      { amount: 61_818n },
    ]);
  });

  it("a closed slip stays as it was under any later edits of sales, plans and assignments", async () => {
    const roll = dice(5_082_026);
    const closed = await Promise.all(["2026-07", "2026-08"].map((period) => frozen(house, kam, period)));
    const open = () =>
      house.rows<{ id: string }>("select id from sale_line where tenant_id = $1 order by id", [house.company]);
    for (let step = 0; step < 40; step++) {
      const ids = await open();
      const id = ids[roll(ids.length)]?.id;
      const act = roll(6);
      if (act === 0)
        await sale(house, client, kam, `2026-0${7 + roll(2)}-1${roll(9)}`, 1000 + roll(9_000_000), { source: "new" });
      else if (act === 1 && ids.length > 2) await house.rows("delete from sale_line where id = $1", [id]);
      else if (act === 2) await house.rows("update sale_line set seller_id = $2 where id = $1", [id, other.member]);
      else if (act === 3)
        await house.rows("update sale_line set base_amount = $2, cost = $3 where id = $1", [
          id,
          roll(9_000_000),
          roll(500_000),
        ]);
      else if (act === 4)
        await house.rows("update sale_line set source = 'growth', sold_on = sold_on + $2::int where id = $1", [
          id,
          roll(40) - 20,
        ]);
      else
        await house.rows("update plan_credit set amount = amount + $2 where tenant_id = $1", [
          house.company,
          roll(1000),
        ]);
    }
    await house.rows("update member set name = 'Renamed' where id = $1", [kam.member]);
    expect(await Promise.all(["2026-07", "2026-08"].map((period) => frozen(house, kam, period)))).toEqual(closed);
    await house.rows("update member set name = 'Kim Key' where id = $1", [kam.member]);
  });

  it("what corrections bring is what the same sales would pay at the rate of then, whatever the edits", async () => {
    const slip = await slipOf(director, kam, "2026-09");
    const [{ live, settled } = { live: "0", settled: "0" }] = await house.rows<{ live: string; settled: string }>(
      `select (select coalesce(sum(amount), 0)::text from credit_month where member_id = $1 and month in ('2026-07-01', '2026-08-01')) live,
         (select coalesce(sum(revenue), 0)::text from pay_slip_sale where member_id = $1) settled`,
      [kam.member],
    );
    const moved = slip.corrections.reduce((sum, one) => sum + one.nowRevenue - one.wasRevenue, 0n);
    expect(moved).toBe(BigInt(live) - BigInt(settled));
    const bySlip = slip.lines.flatMap((line) => (line.kind === "adjustment" ? [line.adjustment] : []));
    for (const { amount, was, now, paid, on } of bySlip.filter(({ component }) => component === "sales"))
      expect(Math.abs(Number(amount) - (Number(now - was) * Number(paid)) / Number(on))).toBeLessThanOrEqual(0.5001);
  });

  it("a plan begins after what is closed, and by quarter with a quarter", async () => {
    house.sit(director);
    const planId = await payPlan(house, await house.person("Quinn Quarter", "kam"), tiers("marginal"), { months: 3 });
    const give = (from: string) => house.send(assignPayPlan, { memberId: other.member, planId, from, base: "" });
    expect(await give("2026-11-01")).toMatchObject({ code: "invalid", fields: { from: "quarter-start" } });
    expect(codeOf(await give("2027-01-01"))).toBe("ok");
    expect(
      await house.send(assignPayPlan, { memberId: kam.member, planId: "", from: "2026-08-01", base: "" }),
    ).toMatchObject({
      fields: { from: "pay-closed" },
    });
  });

  it("the database refuses to change a closed slip, whoever asks, and one whose lines do not add up", async () => {
    await expect(
      house.rows(
        "update pay_slip set payout = payout + 1, variable = variable + 1 where member_id = $1 and status = 'closed'",
        [kam.member],
      ),
    ).rejects.toThrow("slip-closed");
    await expect(house.rows("delete from pay_slip_line where member_id = $1", [kam.member])).rejects.toThrow(
      "slip-closed",
    );
    await expect(
      house.row("pay_slip", {
        member_id: other.member,
        starts_on: "2026-03-01",
        months: 1,
        status: "closed",
        closed_at: "2026-04-01",
        payout: 5,
        base_pay: 5,
        variable: 0,
      }),
    ).rejects.toThrow("slip-sum");
  });
});
