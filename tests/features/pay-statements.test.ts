import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { approveSlips, closeSlips } from "@/lib/features/pay/actions";
import { loadPay, loadSlip } from "@/lib/features/pay/queries";
import { statementsOf } from "@/tests/bench/statements";
import { granted, House, type Person } from "./assignments-house";
import { payPlan, quotas, sale, tiers } from "./pay-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);

/** What a door says after it has opened: its own statements, without the transaction's and the two that let it in. */
async function said(work: () => Promise<unknown>): Promise<string[]> {
  const all = (await statementsOf(work)).map(({ text }) => text.replaceAll(/\s+/g, " ").trim());
  const opened = all.findIndex((text) => text.includes("set_config('app.tenant'"));
  expect(opened).toBeGreaterThanOrEqual(0);
  return all.slice(opened + 1).filter((text) => !/^(begin|commit|rollback|set transaction)/i.test(text));
}

describe("pages of pay", () => {
  let house: House;
  let director: Person;
  let kam: Person;

  beforeAll(async () => {
    house = await House.open();
    director = await house.person("Dora Director", "director");
    const lead = await house.person("Leo Lead", "lead");
    kam = await house.person("Kim Key", "kam");
    const other = await house.person("Otto Other", "kam");
    await house.team("Team", lead, kam, other);
    const client = await house.client("Acme", kam);
    await payPlan(house, kam, tiers("marginal"));
    await payPlan(house, other, tiers("marginal"));
    await quotas(house, kam, client);
    const first = await sale(house, client, kam, "2026-07-10", 11_000_000);
    await sale(house, client, kam, "2026-08-10", 15_000_000);
    // A slip that is closed and corrected: the next one takes the correction up.
    house.sit(director);
    const july = { startsOn: "2026-07-01", months: 1 as const };
    const { slip } = await loadSlip({ memberId: kam.member, period: "2026-07" });
    granted(
      await house.send(approveSlips, { ...july, slips: [{ memberId: kam.member, payout: String(slip.payout) }] }),
    );
    const { stored } = (await loadSlip({ memberId: kam.member, period: "2026-07" })).slip;
    granted(
      await house.send(closeSlips, { ...july, slips: [{ id: stored?.id ?? "", version: stored?.version ?? 0 }] }),
    );
    await house.rows("update sale_line set base_amount = 10000000, amount = 10000000 where id = $1", [first]);
  });
  afterAll(() => house.close());

  it.each(["2026-07", "2026-08", "2026-11"])("a KAM's page of %s says eight statements at most", async (period) => {
    house.sit(kam);
    const statements = await said(() => loadPay({ period }));
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
  });

  it.each(["2026-07", "2026-08"])("and so does the director's, over everybody (%s)", async (period) => {
    house.sit(director);
    const page = await loadPay({ period });
    expect(page.people?.length).toBeGreaterThan(1);
    const statements = await said(() => loadPay({ period }));
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
  });

  it("a slip says no more", async () => {
    house.sit(director);
    const open = await said(() => loadSlip({ memberId: kam.member, period: "2026-08" }));
    expect(open.length, open.join("\n")).toBeLessThanOrEqual(8);
    const closed = await said(() => loadSlip({ memberId: kam.member, period: "2026-07" }));
    expect(closed.length, closed.join("\n")).toBeLessThanOrEqual(8);
  });
});
