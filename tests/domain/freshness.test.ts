import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar-date";
import { freshnessOn } from "@/lib/domain/freshness";
import { anyDay } from "./arbitraries";

const TODAY = "2026-11-23";

test.each([
  ["2026-11-23", 90, "fresh", 0, 1],
  ["2026-10-09", 90, "fresh", 45, Math.SQRT1_2],
  ["2026-10-08", 90, "ageing", 46, 0.702],
  ["2026-08-25", 90, "ageing", 90, 0.5],
  ["2026-08-24", 90, "stale", 91, 0.496],
  ["2026-11-22", 1, "ageing", 1, 0.5],
  ["2026-11-24", 90, "fresh", 0, 1],
])("R28 a number of %s with a half-life of %i days is %s", (asOf, halfLife, state, ageDays, trust) => {
  const found = freshnessOn(asOf, halfLife, TODAY);
  expect(found).toMatchObject({ state, ageDays });
  expect(found.trust).toBeCloseTo(trust, 3);
});

test("R28 nothing grows younger by waiting, and trust halves with each half-life", () => {
  const order = ["fresh", "ageing", "stale"];
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 3650 }), fc.nat(4000), fc.nat(400), (asOf, half, age, more) => {
      const now = freshnessOn(asOf, half, addDays(asOf, age));
      const later = freshnessOn(asOf, half, addDays(asOf, age + more));
      expect(order.indexOf(later.state)).toBeGreaterThanOrEqual(order.indexOf(now.state));
      expect(freshnessOn(asOf, half, addDays(asOf, age + half)).trust).toBeCloseTo(now.trust / 2, 10);
      expect(now.state === "stale").toBe(now.trust < 0.5);
    }),
  );
});
