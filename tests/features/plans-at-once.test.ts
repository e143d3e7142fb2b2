import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dropDraft } from "@/lib/features/plans/actions";
import { codeOf, granted } from "./assignments-house";
import { PlanHouse, rowOf, sheetOf, sumOf } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: PlanHouse;
const clients: string[] = [];
const FIGURE = 12_000_000_001n;
const client = (n: number) => clients[n] ?? "";

beforeAll(async () => {
  at = await PlanHouse.open();
  for (let n = 0; n < 61; n++)
    clients.push(await at.client(`C${n + 100}`, at.anna, { "2026-01-15": 10_000 * (n + 1) }));
  await at.client("B001", at.boris, { "2026-02-02": 500_000 });
}, 60_000);
afterAll(() => at.house.close());

describe("two people and one plan", () => {
  it("conflict only over the same cell; a split that moved a cell is none", async () => {
    at.house.sit(at.boris);
    const versionId = await at.plan(at.boris, 1_000_000n);
    const [b1 = ""] = (await sheetOf(versionId)).rows.map(({ id }) => id);
    const before = rowOf(await sheetOf(versionId), b1).cells[1];
    granted(await at.pin(versionId, b1, 0, 123n));
    at.house.sit(at.lead);
    // The lead's screen is from before Boris' pin, which moved this cell.
    expect(rowOf(await sheetOf(versionId), b1).cells[1]).not.toBe(before);
    granted(await at.pin(versionId, b1, 1, 456n));
    expect(await at.pin(versionId, b1, 0, 999n)).toMatchObject({
      code: "conflict",
      values: { theirs: [{ clientId: b1, month: 0, value: "123", amount: "123" }] },
    });
    granted(await at.pin(versionId, b1, 0, 999n, 123n));
    expect(sumOf(await sheetOf(versionId))).toBe(1_000_000n);
    granted(await at.house.send(dropDraft, { versionId, version: (await sheetOf(versionId)).version }));
  });

  it("pins at once hold their last accepted value, and the cells add up", async () => {
    at.house.sit(at.anna);
    const versionId = await at.plan(at.anna, FIGURE, 2028);
    // Not more than the house has connections: who has to wait two seconds for one is told that it is busy.
    const edits = Array.from({ length: 18 }, (_, n) => ({ client: client(n), month: n % 12, value: BigInt(n * 1000) }));
    const answers = await Promise.all(edits.map((edit) => at.pin(versionId, edit.client, edit.month, edit.value)));
    expect(answers.map(codeOf)).toEqual(edits.map(() => "ok"));
    const sheet = await sheetOf(versionId);
    for (const { client, month, value } of edits) expect(rowOf(sheet, client).cells[month]).toBe(value);
    expect(sumOf(sheet)).toBe(FIGURE);
    const same = await Promise.all([1n, 2n, 3n].map((value) => at.pin(versionId, client(60), 5, value)));
    expect(same.map(codeOf).toSorted()).toEqual(["conflict", "conflict", "ok"]);
  });
});
