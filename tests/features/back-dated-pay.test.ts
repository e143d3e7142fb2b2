// What an order from a past day on does to plans and to slips that are closed: foreseen, done, and taken back.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { assignClients, previewTransfer, undoTransfer } from "@/lib/features/assignments/actions";
import { approveSlips, closeSlips } from "@/lib/features/pay/actions";
import { loadSlip } from "@/lib/features/pay/queries";
import { approvePlan, submitPlan } from "@/lib/features/plans/actions";
import { planCredit } from "@/lib/features/plans/jobs";
import { granted, type Person } from "./assignments-house";
import { frozen, payPlan, sale, tiers } from "./pay-house";
import { PlanHouse, sheetOf } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: PlanHouse;
let client = "";
const MOVED_ON = "2026-06-16";
const order = () => ({
  clients: [client],
  role: "primary" as const,
  to: at.boris.member,
  on: MOVED_ON,
  until: null,
  share: null,
});

async function slipOf(of: Person, period: string) {
  at.house.sit(at.director);
  const { slip } = await loadSlip({ memberId: of.member, period });
  if (!slip) throw new Error("no slip");
  return slip;
}

async function close(of: Person, month: string): Promise<void> {
  const { payout } = await slipOf(of, month);
  const period = { startsOn: `${month}-01`, months: 1 as const };
  granted(await at.house.send(approveSlips, { ...period, slips: [{ memberId: of.member, payout: String(payout) }] }));
  const { stored } = await slipOf(of, month);
  const slips = [{ id: stored?.id ?? "", version: stored?.version ?? 0 }];
  granted(await at.house.send(closeSlips, { ...period, slips }));
}

const adjustments = async (of: Person, period: string) =>
  (await slipOf(of, period)).lines.flatMap((line) => (line.kind === "adjustment" ? [line] : []));
const planOf = async () =>
  at.house.rows<{ member: string; amount: string; planned: string }>(
    `select member_id as member, sum(amount)::text as amount, sum(planned)::text as planned from plan_credit where client_id = $1 group by 1 order by 1`,
    [client],
  );

beforeAll(async () => {
  at = await PlanHouse.open();
  const { house, anna, boris } = at;
  client = await house.client("Переезд", anna);
  await at.client("B", boris);
  house.sit(anna);
  const versionId = await at.plan(anna, 12n * 2_200_001n, 2026);
  const cells = Array.from({ length: 12 }, (_, month) => ({ clientId: client, month, value: "2200001", seen: null }));
  granted(await at.paste(versionId, cells));
  granted(await house.send(submitPlan, { versionId, version: (await sheetOf(versionId)).version }));
  house.sit(at.lead);
  granted(await house.send(approvePlan, { versionId, version: (await sheetOf(versionId)).version }));
  await planCredit({ tenant: house.company });
  for (const person of [anna, boris]) await payPlan(house, person, tiers("marginal"));
  // domain.md 3: 100 on 10 June, 50 on 20 June, no seller named.
  await sale(house, client, anna, "2026-06-10", 10_000);
  await sale(house, client, anna, "2026-06-20", 5_000);
  await sale(house, client, anna, "2026-07-03", 700);
  for (const month of ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"])
    for (const person of [anna, boris]) await close(person, month);
});
afterAll(() => at.house.close());

describe("R82 R84 R85 a client is moved from a day in a closed month on", () => {
  it("the preview says what goes to whom, and which closed slips are adjusted, to a lead and an admin alike", async () => {
    const admin = await at.house.person("Ада", "admin");
    for (const person of [at.lead, admin]) {
      at.house.sit(person);
      const { effects } = granted(await at.house.send(previewTransfer, order()));
      const named = ({ member, name }: Person) => ({ id: member, name });
      // Half of June's working days and the six months after it; of the sales what was sold from the 16th on.
      expect(effects.moved).toEqual([
        { from: named(at.anna), to: named(at.boris), sales: 5_700n, plan: 1_100_000n + 6n * 2_200_001n },
      ]);
      expect(effects.adjusted).toEqual(
        [at.anna, at.boris].map((one) => ({ ...named(one), slips: [{ startsOn: "2026-06-01", months: 1 }] })),
      );
    }
  });

  it("the closed slips stay, the next ones adjust the document on both sides at the rate of then; undone nothing is left of it", async () => {
    const closed = () => Promise.all([at.anna, at.boris].map((one) => frozen(at.house, one, "2026-06")));
    const [slips, plan] = [await closed(), await planOf()];
    expect(await adjustments(at.anna, "2026-07")).toEqual([]);
    at.house.sit(at.lead);
    const { transfer } = granted(await at.house.send(assignClients, { ...order(), reason: "Новая территория" }));
    await planCredit({ tenant: at.house.company });
    expect(await closed()).toEqual(slips);
    // 6 % of 50.00: Anna gives it back in July, Boris gets it; the sale of July is Boris's in July itself.
    expect(await adjustments(at.anna, "2026-07")).toMatchObject([
      { amount: -300n, adjustment: { was: 5_000n, now: 0n, why: "moved" } },
    ]);
    expect(await adjustments(at.boris, "2026-07")).toMatchObject([
      { amount: 300n, adjustment: { was: 0n, now: 5_000n, why: "added" } },
    ]);
    expect((await slipOf(at.anna, "2026-07")).sales).toEqual([]);
    expect((await slipOf(at.boris, "2026-07")).sales).toMatchObject([{ revenue: 700n, clientLabel: "Переезд" }]);
    const moved = Object.fromEntries((await planOf()).map(({ member, ...row }) => [member, row]));
    expect(moved[at.anna.member]).toEqual({
      amount: String(5 * 2_200_001 + 1_100_001),
      planned: String(12 * 2_200_001),
    });
    expect(moved[at.boris.member]).toEqual({ amount: String(6 * 2_200_001 + 1_100_000), planned: "0" });

    at.house.sit(at.lead);
    granted(await at.house.send(undoTransfer, { transfer }));
    await planCredit({ tenant: at.house.company });
    expect([await closed(), await planOf()]).toEqual([slips, plan]);
    for (const person of [at.anna, at.boris]) expect(await adjustments(person, "2026-07")).toEqual([]);
  });

  it("a lead is told nothing of another team's sales and slips", async () => {
    const other = await at.house.person("Чужой Лид", "lead");
    const stranger = await at.house.person("Чужая", "kam");
    await at.house.team("Юг", other, stranger);
    const theirs = await at.house.client("Секрет", stranger);
    await sale(at.house, theirs, stranger, "2026-06-20", 777);
    at.house.sit(other);
    const asked = await at.house.send(previewTransfer, order());
    expect(asked.ok ? "ok" : asked.code).toBe("not-found");
    at.house.sit(at.lead);
    const both = await at.house.send(previewTransfer, { ...order(), clients: [client, theirs] });
    expect(both.ok ? "ok" : both.code).toBe("not-found");
  });
});
