import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { approvePlans, createPlan, submitPlans } from "@/lib/features/plans/actions";
import { loadPlans } from "@/lib/features/plans/queries";
import { codeOf, granted, type Person } from "./assignments-house";
import { PlanHouse, split } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: PlanHouse;
beforeAll(async () => {
  at = await PlanHouse.open();
  await at.client("К1", at.anna, { "2026-01-10": 100 });
});
afterAll(() => at.house.close());

async function drawUp(of: Person, kind: "book" | "team", year = 2028): Promise<string> {
  const input = { kind, memberId: of.member, year, figure: "1200", by: "quarter" as const, ...split };
  return granted(await at.house.send(createPlan, input)).versionId;
}
const listed = async (year = 2028) => (await loadPlans({ year })).plans;
const states = async () =>
  Object.fromEntries((await listed()).map((plan) => [`${plan.memberName} ${plan.kind}`, plan.status]));
const all = async (year = 2028) => (await listed(year)).map(({ versionId, version }) => ({ versionId, version }));

describe("R85 many plans at once", () => {
  it("a lead submits and approves the team's in one action; the own one waits for somebody else", async () => {
    at.house.sit(at.lead);
    for (const of of [at.anna, at.boris]) await drawUp(of, "book");
    await drawUp(at.lead, "team");
    expect(granted(await at.house.send(submitPlans, { plans: await all() }))).toEqual({ done: 3, left: [] });
    const own = (await listed()).find(({ kind }) => kind === "team")?.versionId;
    expect(granted(await at.house.send(approvePlans, { plans: await all() }))).toEqual({
      done: 2,
      left: [{ versionId: own, code: "plan-own-approval" }],
    });
    expect(await states()).toEqual({
      "Анна book": "approved",
      "Борис book": "approved",
      "Лид team": "submitted",
    });
    const [from] = await at.house.rows<{ days: string }>(
      "select string_agg(distinct in_force_from::text, ' ') as days from plan_version where status = 'approved'",
      [],
    );
    expect(from?.days).toBe("2028-01-01");
    at.house.sit(at.director);
    expect(granted(await at.house.send(approvePlans, { plans: await all() }))).toMatchObject({
      done: 1,
      left: [{ code: "changed-meanwhile" }, { code: "changed-meanwhile" }],
    });
  });

  it("each is checked by itself: one that has changed since, is empty or in force is left with its reason", async () => {
    at.house.sit(at.lead);
    await drawUp(at.anna, "book", 2029);
    await drawUp(at.boris, "book", 2029);
    const plans = await all(2029);
    await at.house.owner.query("update plan_version set figure = figure + 0, reason = 'x' where id = $1", [
      plans[0]?.versionId,
    ]);
    await at.house.owner.query("delete from plan_figure where version_id = $1", [plans[1]?.versionId]);
    await drawUp(at.lead, "team", 2029);
    const three = [
      ...plans,
      ...(await all(2029)).filter((one) => plans.every(({ versionId }) => versionId !== one.versionId)),
    ];
    const answer = granted(await at.house.send(submitPlans, { plans: three }));
    expect(answer.done).toBe(1);
    expect(new Map(answer.left.map(({ versionId, code }) => [versionId, code]))).toEqual(
      new Map([
        [plans[0]?.versionId, "changed-meanwhile"],
        [plans[1]?.versionId, "plan-empty"],
      ]),
    );
  });

  it("one that is out of reach refuses them all, and a KAM approves nothing", async () => {
    at.house.sit(at.lead);
    const [mine] = await all(2029);
    at.house.sit(at.director);
    const foreign = await drawUp(at.director, "book", 2029);
    at.house.sit(at.lead);
    const before = await listed(2029);
    const plans = [mine ?? { versionId: foreign, version: 1 }, { versionId: foreign, version: 1 }];
    expect(codeOf(await at.house.send(submitPlans, { plans }))).toBe("not-found");
    expect(await listed(2029)).toEqual(before);
    at.house.sit(at.anna);
    expect(codeOf(await at.house.send(approvePlans, { plans: await all(2028) }))).toBe("forbidden");
  });
});
