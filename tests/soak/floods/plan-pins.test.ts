import { afterAll, expect, it, vi } from "vitest";
import { codeOf } from "@/tests/features/assignments-house";
import { PlanHouse, rowOf, sheetOf, sumOf } from "@/tests/features/plans-house";
import { randomFrom } from "../kills";

vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);

const PINS = 1000;
const AT_ONCE = 8;
const CLIENTS = 100;
const FIGURE = 12_000_000_001n;
const at = await PlanHouse.open();

afterAll(() => at.house.close());

it(`R85 of ${PINS} random pins, ${AT_ONCE} at once, every accepted one holds its last accepted value, and the cells add up to the figure`, async () => {
  const clients: string[] = [];
  for (let n = 0; n < CLIENTS; n++)
    clients.push(await at.client(`C${n + 100}`, at.anna, { "2026-03-10": 1000 * (n + 1) }));
  at.house.sit(at.anna);
  const versionId = await at.plan(at.anna, FIGURE);
  const random = randomFrom(20260318);
  const draw = (below: number) => Math.floor(random() * below);
  const held = new Map<string, bigint>();
  const codes = new Map<string, number>();

  for (let sent = 0; sent < PINS; sent += AT_ONCE) {
    const wave = Array.from({ length: AT_ONCE }, () => {
      const [client, month] = [clients[draw(CLIENTS)] ?? "", draw(12)];
      // Some are far too large, and have to be refused.
      return {
        client,
        month,
        key: `${client}:${month}`,
        value: BigInt(draw(20) === 0 ? 20_000_000_000 : draw(9_000_000)),
      };
    });
    const answers = await Promise.all(
      wave.map(({ client, month, key, value }) => at.pin(versionId, client, month, value, held.get(key) ?? null)),
    );
    for (const [place, answer] of answers.entries()) {
      const code = codeOf(answer);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      const pin = wave[place];
      if (pin && answer.ok) held.set(pin.key, pin.value);
    }
  }
  const sheet = await sheetOf(versionId);
  expect(sumOf(sheet)).toBe(FIGURE);
  for (const [key, value] of held) {
    const [client = "", month] = key.split(":");
    const row = rowOf(sheet, client);
    expect([key, row.cells[Number(month)], row.pinned[Number(month)]]).toEqual([key, value, true]);
  }
  expect(sheet.rows.flatMap(({ pinned }) => pinned).filter(Boolean)).toHaveLength(held.size);
  expect([...codes.keys()].every((code) => ["ok", "invalid", "conflict"].includes(code))).toBe(true);
  expect(codes.get("ok")).toBeGreaterThan(PINS / 2);
});
