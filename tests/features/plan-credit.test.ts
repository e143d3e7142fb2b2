import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { approvePlan, revisePlan, setFigure, submitPlan } from "@/lib/features/plans/actions";
import { planCredit } from "@/lib/features/plans/jobs";
import { granted, type Person } from "./assignments-house";
import { PlanHouse, sheetOf, split } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: PlanHouse;
let moved = "";
let stays = "";
let versionId = "";

type Row = {
  member_id: string;
  month: string;
  client_id: string;
  client_label: string;
  amount: number;
  planned: number;
};
const credit = async (client: string): Promise<Row[]> =>
  at.house.rows<Row>(
    `select member_id, month::text, client_id, client_label, amount::int, planned::int from plan_credit where client_id = $1 order by month, amount desc`,
    [client],
  );
const recount = () => planCredit({ tenant: at.house.company });
const inMonth = async (client: string, month: string) =>
  (await credit(client)).filter((row) => row.month === month).map((row) => [row.member_id, row.amount, row.planned]);
const sums = async () => {
  const [row] = await at.house.rows<{ credit: string; planned: string; cells: string }>(
    `select (select sum(amount) from plan_credit)::text credit, (select sum(planned) from plan_credit)::text planned,
       (select sum(c.amount) from plan_cell c join plan_version v on v.id = c.version_id where v.status = 'approved')::text cells`,
    [],
  );
  return row;
};

async function approve(id: string, of: Person, inForceFrom?: string) {
  at.house.sit(of);
  granted(await at.house.send(submitPlan, { versionId: id, version: (await sheetOf(id)).version }));
  at.house.sit(at.lead);
  granted(await at.house.send(approvePlan, { versionId: id, version: (await sheetOf(id)).version, inForceFrom }));
}

beforeAll(async () => {
  at = await PlanHouse.open();
  moved = await at.client("M", at.anna);
  stays = await at.client("S", at.anna);
  await at.client("B", at.boris);
  at.house.sit(at.anna);
  // Two clients, twelve months, nothing known: 24 cells of 22.01 each.
  versionId = await at.plan(at.anna, 24n * 2201n, 2026);
  granted(
    await at.paste(
      versionId,
      [moved, stays].flatMap((clientId) =>
        Array.from({ length: 12 }, (_, month) => ({ clientId, month, value: "2201", seen: null })),
      ),
    ),
  );
  await approve(versionId, at.anna);
});
afterAll(() => at.house.close());
beforeEach(() => at.house.sit(at.anna));

describe("R85 whose figure a plan is", () => {
  it("is the owner's, with the client's name; approving it asks for the count", async () => {
    const queued = await at.house.rows(`select 1 from graphile_worker.jobs where key = $1`, [
      `plan-credit:${at.house.company}`,
    ]);
    expect(queued).toHaveLength(1);
    await recount();
    expect(await credit(moved)).toHaveLength(12);
    expect((await credit(moved))[0]).toMatchObject({
      member_id: at.anna.member,
      client_label: "Клиент M",
      amount: 2201,
      planned: 2201,
    });
  });

  it("a client that moves on 16 June takes 11 of its 22 working days and all later months along", async () => {
    await at.house.owner.query("update assignment set ends_on = '2026-06-16' where client_id = $1", [moved]);
    await at.house.assign(moved, at.boris, { starts_on: "2026-06-16" });
    await at.house.owner.query("update client set name = 'Иначе' where id = $1", [moved]);
    await recount();
    expect(await inMonth(moved, "2026-05-01")).toEqual([[at.anna.member, 2201, 2201]]);
    expect(await inMonth(moved, "2026-06-01")).toEqual([
      [at.anna.member, 1101, 2201],
      [at.boris.member, 1100, 0],
    ]);
    expect(await inMonth(moved, "2026-07-01")).toEqual([
      [at.boris.member, 2201, 0],
      [at.anna.member, 0, 2201],
    ]);
    const total = String(24 * 2201);
    expect(await sums()).toEqual({ credit: total, planned: total, cells: total });
    // What is over keeps the name of its time.
    const labels = (await credit(moved)).map(({ month, client_label }) => [month, client_label]);
    expect(labels).toContainEqual(["2026-05-01", "Клиент M"]);
    expect(labels).toContainEqual(["2026-12-01", "Иначе"]);
  });

  it("days of nobody are nobody's, and a second count changes nothing", async () => {
    await at.house.owner.query("update assignment set ends_on = '2026-06-16' where client_id = $1", [stays]);
    await recount();
    const nobody = "00000000-0000-0000-0000-000000000000";
    expect(await inMonth(stays, "2026-06-01")).toEqual([
      [at.anna.member, 1101, 2201],
      [nobody, 1100, 0],
    ]);
    expect(await inMonth(stays, "2026-08-01")).toEqual([
      [nobody, 2201, 0],
      [at.anna.member, 0, 2201],
    ]);
    const stamp = () =>
      at.house.rows("select xmin::text, member_id, month::text from plan_credit order by 2, 3, 1", []);
    const before = await stamp();
    await recount();
    expect(await stamp()).toEqual(before);
    await at.house.owner.query("update assignment set ends_on = null where client_id = $1", [stays]);
  });

  it("a revision decides its months and leaves those before it alone", async () => {
    const revised = granted(await at.house.send(revisePlan, { versionId, reason: "Больше" })).versionId;
    const ends = (value: string | null, seen: string | null) =>
      at.paste(
        revised,
        [10, 11].map((month) => ({ clientId: stays, month, value, seen })),
      );
    // All of it is pinned, so a larger cell has nobody to take from.
    expect(await ends("5000", "2201")).toMatchObject({
      fields: { figure: "plan-exceeds" },
      values: { excess: "5598" },
    });
    granted(await ends(null, "2201"));
    const figure = String(24n * 2201n + 5598n);
    const { version } = await sheetOf(revised);
    granted(await at.house.send(setFigure, { versionId: revised, version, figure, ...split }));
    granted(await ends("5000", null));
    await approve(revised, at.anna);
    await recount();
    expect(await inMonth(stays, "2026-10-01")).toEqual([[at.anna.member, 2201, 2201]]);
    expect(await inMonth(stays, "2026-11-01")).toEqual([[at.anna.member, 5000, 5000]]);
    const total = String(24 * 2201 + 5598);
    expect(await sums()).toMatchObject({ credit: total, planned: total });
  });

  it("where the new owner plans the client too, the later plan decides and nothing counts twice", async () => {
    at.house.sit(at.boris);
    const own = await at.plan(at.boris, 2_400_000n, 2026);
    const cells = (await sheetOf(own)).rows.find(({ id }) => id === moved)?.cells ?? [];
    await approve(own, at.boris, "2026-12-01");
    await recount();
    const december = await credit(moved);
    expect(
      december.filter(({ month }) => month === "2026-12-01").map((row) => [row.member_id, row.amount, row.planned]),
    ).toEqual([
      [at.boris.member, Number(cells[11]), Number(cells[11])],
      [at.anna.member, 0, 2201],
    ]);
    expect(await inMonth(moved, "2026-10-01")).toEqual([
      [at.boris.member, 2201, 0],
      [at.anna.member, 0, 2201],
    ]);
  });
});
