import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { granted, TODAY } from "./assignments-house";
import { PlanHouse, rowOf, sheetOf, sumOf } from "./plans-house";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

let at: PlanHouse;
const clients: string[] = [];

beforeAll(async () => {
  at = await PlanHouse.open();
  for (let n = 0; n < 3; n++) clients.push(await at.client(`C${n}`, at.anna, { "2026-01-15": 10_000 * (n + 1) }));
});
afterAll(() => at.house.close());

describe("R85 a plan whose client moved", () => {
  it("a client that left the book keeps its cells: the rest is split around them", async () => {
    at.house.sit(at.anna);
    const versionId = await at.plan(at.anna, 1_000_000n, 2029);
    const gone = clients[2] ?? "";
    const cells = rowOf(await sheetOf(versionId), gone).cells;
    const part = cells.reduce((sum, amount) => sum + amount, 0n);
    expect(part > 0n).toBe(true);
    await at.house.owner.query("update assignment set ends_on = $2 where client_id = $1 and role = 'primary'", [
      gone,
      TODAY,
    ]);
    const left = await sheetOf(versionId);
    expect([left.rows.some(({ id }) => id === gone), left.hidden]).toEqual([false, part]);
    granted(await at.pin(versionId, clients[1] ?? "", 4, 77_777n));
    expect(sumOf(await sheetOf(versionId))).toBe(1_000_000n);
    at.house.sit(at.director);
    expect(rowOf(await sheetOf(versionId), gone)).toMatchObject({ cells, moved: true });
  });
});
