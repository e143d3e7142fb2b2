import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/domain/calendar-date";
import { isHeldByHand, lifeStageOn, type StageFacts } from "@/lib/domain/life-stage";

const TODAY = "2026-11-23";
const daysAgo = (days: number) => addDays(TODAY, -days);

/** A client of some years that buys every thirty days and bought ten days ago. */
function facts(of: Partial<StageFacts["rhythm"]> = {}, turnover = 100n, turnoverBefore = 100n): StageFacts {
  const rhythm = { firstOn: "2022-01-10", lastOn: daysAgo(10), medianGap: 30, p90Gap: 30, returnedOn: null, ...of };
  return { rhythm, turnover, turnoverBefore };
}
const stage = (of: StageFacts) => lifeStageOn(of, TODAY).stage;

describe("R18 life stage", () => {
  it.each([
    ["45 days of silence at a rhythm of 30 are active", 45, "active"],
    ["46 are at risk", 46, "at-risk"],
    ["75 still are", 75, "at-risk"],
    ["76 are dormant", 76, "dormant"],
    ["120 still are", 120, "dormant"],
    ["121 are lost", 121, "lost"],
  ])("%s", (_, days, wanted) => {
    expect(stage(facts({ lastOn: daysAgo(days) }))).toBe(wanted);
  });

  it("a silence that is usual for the client puts it at no risk", () => {
    expect(stage(facts({ lastOn: daysAgo(50), p90Gap: 60 }))).toBe("active");
    expect(stage(facts({ lastOn: daysAgo(61), p90Gap: 60 }))).toBe("at-risk");
  });

  it("says what decided", () => {
    expect(lifeStageOn(facts({ lastOn: daysAgo(60) }), TODAY).reason).toEqual({
      rule: "silent",
      days: 60,
      medianGap: 30,
      times: 2,
    });
    expect(lifeStageOn(facts({}, 130n, 100n), TODAY)).toEqual({
      stage: "growing",
      reason: { rule: "growth", growth: 0.3 },
    });
  });

  it.each([
    ["within twelve months of the first purchase: new", facts({ firstOn: "2025-11-24" }), "new"],
    ["a year later no longer", facts({ firstOn: "2025-11-23" }), "active"],
    ["back after a loss: returned", facts({ returnedOn: "2026-03-01" }), "returned"],
    ["back for a year: active", facts({ returnedOn: "2025-11-23" }), "active"],
    ["a fifth more than the year before: growing", facts({}, 120n, 100n), "growing"],
    ["a little less than that: active", facts({}, 119n, 100n), "active"],
    ["a silence goes before newness", facts({ firstOn: "2026-03-01", lastOn: daysAgo(80) }), "dormant"],
  ])("%s", (_, of, wanted) => {
    expect(stage(of)).toBe(wanted);
  });

  it.each([
    ["2026-05-01", "2026-05-01", "new"],
    ["2024-05-01", "2025-11-24", "active"],
    ["2024-05-01", "2025-11-23", "dormant"],
    ["2022-05-01", "2024-11-23", "lost"],
  ])("without a rhythm, first %s and last %s: %s", (firstOn, lastOn, wanted) => {
    expect(stage(facts({ firstOn, lastOn, medianGap: null, p90Gap: null }))).toBe(wanted);
  });

  it("only gets worse while a client stays silent", () => {
    const rank = { "at-risk": 1, dormant: 2, lost: 3 } as Record<string, number>;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.nat(1000),
        fc.nat(300),
        (median, more, days, later) => {
          const at = (silence: number) =>
            rank[stage(facts({ lastOn: daysAgo(silence), medianGap: median, p90Gap: median + more }))] ?? 0;
          expect(at(days + later)).toBeGreaterThanOrEqual(at(days));
        },
      ),
    );
  });

  it("a stage set by hand holds until it expires", () => {
    expect(isHeldByHand({ manual: true, expiresOn: "2026-11-24" }, TODAY)).toBe(true);
    expect(isHeldByHand({ manual: true, expiresOn: TODAY }, TODAY)).toBe(false);
    expect(isHeldByHand({ manual: false, expiresOn: null }, TODAY)).toBe(false);
  });
});
