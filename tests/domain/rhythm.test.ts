import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/domain/calendar-date";
import { percentile, rhythmOf, rhythmState } from "@/lib/domain/rhythm";
import { anyDay } from "./arbitraries";

/** Purchases from a first day on, by the gaps between them. */
function every(...gaps: number[]): string[] {
  const days = ["2024-01-10"];
  for (const gap of gaps) days.push(addDays(days.at(-1) ?? "", gap));
  return days;
}

function silentFor(days: readonly string[], silence: number) {
  const rhythm = rhythmOf(days);
  return rhythm && rhythmState(rhythm, addDays(rhythm.lastOn, silence));
}

describe("R77 purchase rhythm", () => {
  const quarterly = every(91, 92, 92, 91, 92, 92);

  it("a quarterly buyer has a median of 92 days: 95 days are not late, 130 are", () => {
    expect(rhythmOf(quarterly)).toMatchObject({ purchases: 7, medianGap: 92 });
    expect(silentFor(quarterly, 95)).toEqual({ state: "due", silentFor: 95, lateBy: 3 });
    expect(silentFor(quarterly, 130)).toEqual({ state: "late", silentFor: 130, lateBy: 38 });
  });

  it("the limit itself, 1.25 × the median, is not late; the day after is", () => {
    expect(silentFor(every(92, 92, 92), 115)?.state).toBe("due");
    expect(silentFor(every(92, 92, 92), 116)?.state).toBe("late");
  });

  it("whoever now and then pauses is late only beyond the 90th percentile of the own gaps", () => {
    const uneven = every(10, 10, 10, 10, 60);
    expect(rhythmOf(uneven)).toMatchObject({ medianGap: 10, p90Gap: 40 });
    expect(silentFor(uneven, 40)?.state).toBe("due");
    expect(silentFor(uneven, 41)?.state).toBe("late");
  });

  it("fewer than three purchases have no rhythm, three have", () => {
    expect(rhythmOf([])).toBeNull();
    expect(silentFor(every(30), 500)?.state).toBe("unknown");
    expect(silentFor(every(30, 30), 500)?.state).toBe("late");
  });

  it("two lines of one day are one purchase", () => {
    expect(rhythmOf(["2024-01-10", "2024-01-10", "2024-02-10", "2024-03-10"])).toMatchObject({ purchases: 3 });
  });

  it("a half day of the median is rounded up", () => {
    expect(rhythmOf(every(10, 11))).toMatchObject({ medianGap: 10.5, expectedOn: "2024-02-11" });
  });

  it.each([
    ["four median gaps are a loss, and what follows is a return", every(30, 30, 30, 125, 30), "2024-08-12"],
    ["four gaps exactly are none", every(30, 30, 30, 120, 30), null],
    ["a holiday of someone who buys daily is none", every(1, 1, 1, 1, 12, 1), null],
    ["24 silent months are a return without any rhythm", ["2022-03-01", "2024-03-01"], "2024-03-01"],
  ])("%s", (_, days, returnedOn) => {
    expect(rhythmOf(days)?.returnedOn).toBe(returnedOn);
  });

  it("holds for any days: in any order, within the gaps, and late stays late", () => {
    const purchases = fc.uniqueArray(anyDay, { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(purchases, fc.nat(2000), (days, silence) => {
        const sorted = [...days].sort();
        const rhythm = rhythmOf(sorted);
        expect(rhythmOf([...sorted].reverse())).toEqual(rhythm);
        if (!rhythm || rhythm.medianGap === null || rhythm.p90Gap === null) throw new Error("three are enough");
        const gaps = sorted.slice(1).map((day, at) => daysBetween(sorted[at] ?? day, day));
        expect(rhythm.medianGap).toBeGreaterThanOrEqual(Math.min(...gaps));
        expect(rhythm.medianGap).toBeLessThanOrEqual(rhythm.p90Gap);
        expect(rhythm.p90Gap).toBeLessThanOrEqual(Math.max(...gaps));
        const limit = Math.max(1.25 * rhythm.medianGap, rhythm.p90Gap);
        expect(rhythmState(rhythm, addDays(rhythm.lastOn, silence)).state === "late").toBe(silence > limit);
      }),
    );
  });

  it("a percentile lies in proportion between its neighbours", () => {
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(percentile([10, 20], 0.9)).toBe(19);
    expect(percentile([7], 0.9)).toBe(7);
  });
});
