import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  approvePlan,
  createPlan,
  dropDraft,
  revisePlan,
  setFigure,
  setFigures,
  submitPlan,
  unpinCell,
  withdrawPlan,
} from "@/lib/features/plans/actions";
import { loadPlan, loadPlanComparison, loadPlanShares, loadPlans } from "@/lib/features/plans/queries";
import { codeOf, granted, TODAY } from "./assignments-house";
import { PlanHouse, rowOf, sheetOf, split, sumOf } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: PlanHouse;
const clients: string[] = [];
const FIGURE = 12_000_000_001n;

beforeAll(async () => {
  at = await PlanHouse.open();
  for (let n = 0; n < 100; n++) {
    const sales: Record<string, number> =
      n % 10 === 9 ? {} : { "2025-12-10": 7_000 + n, "2026-01-15": 10_000 * (n + 1), "2026-06-15": 3_333 };
    clients.push(await at.client(`C${String(n).padStart(3, "0")}`, at.anna, sales));
  }
  await at.client("B001", at.boris, { "2026-02-02": 500_000 });
}, 60_000);
afterAll(() => at.house.close());

const client = (n: number) => clients[n] ?? "";

describe("R85 one figure for a book", () => {
  let versionId = "";

  it("is split among 100 clients and 12 months to the minor unit, as last year went", async () => {
    at.house.sit(at.anna);
    versionId = await at.plan(at.anna, FIGURE);
    const sheet = await sheetOf(versionId);
    expect(sheet.rows).toHaveLength(100);
    expect(sheet.rows.every(({ cells }) => cells.length === 12 && cells.every((amount) => amount >= 0n))).toBe(true);
    expect([sumOf(sheet), sheet.hidden, sheet.figure, sheet.status]).toEqual([FIGURE, 0n, FIGURE, "draft"]);
    // December of this year is not over: the one before stands behind it.
    expect(sheet.behind.at(0)).toBe("2026-01-01");
    expect(sheet.behind.at(-1)).toBe("2025-12-01");
    const row = rowOf(sheet, client(0));
    expect(row.lastYear).toEqual([10_000n, 0n, 0n, 0n, 0n, 3_333n, 0n, 0n, 0n, 0n, 0n, 7_000n]);
    expect(row.cells[1]).toBe(0n);
    expect((row.cells[0] ?? 0n) > (row.cells[11] ?? 0n)).toBe(true);
    // Who bought nothing has no part while others have.
    expect(rowOf(sheet, client(9)).cells.every((amount) => amount === 0n)).toBe(true);
  });

  it("keeps 7 pins exactly, and the rest takes the difference", async () => {
    const pins = [0, 3, 9, 17, 42, 42, 99].map((n, place) => ({
      clientId: client(n),
      month: (place * 5) % 12,
      value: String(1_000_000n * BigInt(place + 1) + 7n),
      seen: null,
    }));
    granted(await at.paste(versionId, pins));
    const sheet = await sheetOf(versionId);
    expect(sumOf(sheet)).toBe(FIGURE);
    for (const { clientId, month, value } of pins)
      expect([rowOf(sheet, clientId).cells[month], rowOf(sheet, clientId).pinned[month]]).toEqual([
        BigInt(value),
        true,
      ]);
    expect(sheet.rows.flatMap(({ pinned }) => pinned).filter(Boolean)).toHaveLength(7);
    const stored = await at.house.rows<{ total: string; sum: string }>(
      `select v.cells_total::text total, (select sum(amount) from plan_cell c where c.version_id = v.id)::text sum from plan_version v where v.id = $1`,
      [versionId],
    );
    expect(stored).toEqual([{ total: String(FIGURE), sum: String(FIGURE) }]);
  });

  it("refuses pins above the figure, naming the excess, and changes nothing", async () => {
    const before = await sheetOf(versionId);
    const pinned = before.rows.flatMap(({ cells, pinned }) => cells.filter((_, month) => pinned[month]));
    const others = pinned.reduce((sum, amount) => sum + amount, 0n);
    const refused = await at.pin(versionId, client(50), 3, FIGURE);
    expect(refused).toMatchObject({
      ok: false,
      code: "invalid",
      fields: { cells: "plan-exceeds" },
      values: { excess: String(others) },
    });
    expect(await sheetOf(versionId)).toEqual(before);
  });

  it("gives a cell back to the split, and the whole book follows another figure", async () => {
    const sheet = await sheetOf(versionId);
    const pinned = rowOf(sheet, client(0));
    granted(
      await at.house.send(unpinCell, { versionId, clientId: client(0), month: 0, seen: String(pinned.cells[0]) }),
    );
    const freed = await sheetOf(versionId);
    expect(rowOf(freed, client(0)).pinned[0]).toBe(false);
    expect(rowOf(freed, client(0)).cells[0]).not.toBe(pinned.cells[0]);
    expect(sumOf(freed)).toBe(FIGURE);
    granted(
      await at.house.send(setFigure, {
        versionId,
        version: freed.version,
        figure: "20000000000",
        ...split,
        basis: "equal",
        profile: "workdays",
      }),
    );
    const equal = await sheetOf(versionId);
    expect(sumOf(equal)).toBe(20_000_000_000n);
    expect(rowOf(equal, client(9)).cells[0]).not.toBe(0n);
    const stale = await at.house.send(setFigure, { versionId, version: freed.version, figure: "1", ...split });
    expect(stale).toMatchObject({ code: "conflict", values: { theirs: { figure: "20000000000" } } });
  });
});

describe("R38 a version's way", () => {
  it("draft → submitted → approved → revised, and what is approved stays", async () => {
    at.house.sit(at.boris);
    const versionId = await at.plan(at.boris, 1_200_000n, 2026);
    let sheet = await sheetOf(versionId);
    const [b1 = ""] = sheet.rows.map(({ id }) => id);
    const form = () => ({ versionId, version: sheet.version });
    expect(codeOf(await at.house.send(approvePlan, form()))).toBe("forbidden");
    granted(await at.house.send(submitPlan, form()));
    sheet = await sheetOf(versionId);
    expect(codeOf(await at.pin(versionId, b1, 3, 5n))).toBe("plan-submitted");
    granted(await at.house.send(withdrawPlan, form()));
    sheet = await sheetOf(versionId);
    granted(await at.house.send(submitPlan, form()));
    sheet = await sheetOf(versionId);

    at.house.sit(at.lead);
    expect(granted(await at.house.send(approvePlan, form()))).toEqual({ inForceFrom: "2026-01-01" });
    at.house.sit(at.boris);
    sheet = await sheetOf(versionId);
    expect(sheet).toMatchObject({ status: "approved", versions: [{ approvedBy: "Лид", inForceFrom: "2026-01-01" }] });
    expect(codeOf(await at.pin(versionId, b1, 3, 5n))).toBe("plan-approved");
    expect(codeOf(await at.house.send(setFigure, { ...form(), figure: "1", ...split }))).toBe("plan-approved");
    expect(codeOf(await at.house.send(dropDraft, form()))).toBe("plan-approved");

    expect(codeOf(await at.house.send(revisePlan, { versionId, reason: " " }))).toBe("invalid");
    const revised = granted(await at.house.send(revisePlan, { versionId, reason: "Рынок вырос" })).versionId;
    expect(codeOf(await at.house.send(revisePlan, { versionId, reason: "Ещё раз" }))).toBe("plan-draft-there");
    const draft = await sheetOf(revised);
    expect(rowOf(draft, b1).cells).toEqual(rowOf(sheet, b1).cells);
    granted(
      await at.house.send(setFigure, { versionId: revised, version: draft.version, figure: "1500000", ...split }),
    );
    // January to October are over, and stay as they were; the rest takes the difference.
    const after = await sheetOf(revised);
    expect(rowOf(after, b1).cells.slice(0, 10)).toEqual(rowOf(sheet, b1).cells.slice(0, 10));
    expect(sumOf(after)).toBe(1_500_000n);
    expect(codeOf(await at.pin(revised, b1, 0, 5n))).toBe("plan-month-over");
    const { rows, before, after: later } = await loadPlanComparison(revised, versionId);
    expect([before.number, later.number, rows.length, rows[0]?.change]).toEqual([1, 2, 1, 300_000n]);

    granted(await at.house.send(submitPlan, { versionId: revised, version: after.version }));
    at.house.sit(at.lead);
    const waiting = await sheetOf(revised);
    expect(granted(await at.house.send(approvePlan, { versionId: revised, version: waiting.version }))).toEqual({
      inForceFrom: `${TODAY.slice(0, 7)}-01`,
    });
    expect((await sheetOf(revised)).versions.map(({ status }) => status)).toEqual(["approved", "approved"]);
  });

  it("nobody approves the own plan but a director", async () => {
    at.house.sit(at.lead);
    const made = granted(
      await at.house.send(createPlan, {
        ...{ kind: "team", memberId: at.lead.member, year: 2026, figure: "5000000", by: "quarter" },
        ...split,
      }),
    );
    granted(await at.house.send(submitPlan, { versionId: made.versionId, version: 1 }));
    const { version } = await sheetOf(made.versionId);
    expect(codeOf(await at.house.send(approvePlan, { ...made, version }))).toBe("plan-own-approval");
    at.house.sit(at.director);
    granted(await at.house.send(approvePlan, { ...made, version }));
  });
});

describe("R38 a plan without clients", () => {
  it("has figures by month, quarter or year that add up; the year is their sum", async () => {
    at.house.sit(at.anna);
    const input = { kind: "book" as const, memberId: at.anna.member, figure: "1000003", ...split };
    const made = granted(await at.house.send(createPlan, { ...input, year: 2030, by: "quarter" }));
    const sheet = await sheetOf(made.versionId);
    expect(sheet.figures.map(({ startsOn, months }) => [startsOn, months])).toEqual([
      ["2030-01-01", 3],
      ["2030-04-01", 3],
      ["2030-07-01", 3],
      ["2030-10-01", 3],
    ]);
    expect(sheet.figures.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)).toBe(1_000_003n);
    const amounts = ["1", "2", "3", "4"];
    granted(await at.house.send(setFigures, { ...made, version: sheet.version, amounts }));
    const after = await sheetOf(made.versionId);
    expect(after.figure).toBe(10n);
    const some = ["1", null, "3", null];
    granted(await at.house.send(setFigures, { ...made, version: after.version, amounts: some }));
    expect((await sheetOf(made.versionId)).figures.map(({ amount }) => amount)).toEqual([1n, null, 3n, null]);
    expect(codeOf(await at.house.send(createPlan, { ...input, year: 2030, by: "month" }))).toBe("plan-there");
  });

  it("top-down stands beside bottom-up: the team's figure among its people to the minor unit", async () => {
    at.house.sit(at.lead);
    const { plans } = await loadPlans({ year: 2026 });
    const team = plans.find(({ kind }) => kind === "team");
    const shares = await loadPlanShares(team?.versionId ?? "");
    expect(shares.map(({ name }) => name)).toEqual(["Анна", "Борис"]);
    expect(shares.reduce((sum, { share }) => sum + share, 0n)).toBe(5_000_000n);
    expect(shares.map(({ plan }) => plan?.figure)).toEqual([undefined, 1_500_000n]);
  });
});

describe("whose plan", () => {
  it("a KAM sees the own, a lead the team's, and another's is not found", async () => {
    at.house.sit(at.boris);
    const own = await loadPlans({ year: 2026 });
    expect(own.plans.map(({ memberName, kind }) => [memberName, kind])).toEqual([["Борис", "book"]]);
    at.house.sit(at.anna);
    const versionId = own.plans[0]?.versionId ?? "";
    await expect(loadPlan(versionId)).rejects.toMatchObject({ to: "not-found" });
    expect(codeOf(await at.pin(versionId, client(0), 11, 5n))).toBe("not-found");
    expect(codeOf(await at.house.send(revisePlan, { versionId, reason: "x" }))).toBe("not-found");
    at.house.sit(at.lead);
    expect((await loadPlans({ year: 2026 })).plans.map(({ kind }) => kind)).toEqual(["team", "book"]);
  });
});
