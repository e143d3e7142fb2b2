import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { monthsOfYear } from "@/lib/domain/fiscal-year";
import { type ForecastMonth, forecastYear } from "@/lib/domain/year-forecast";

type Given = { facts: bigint[]; closed: number; plan?: bigint | null; lastYear?: bigint | null };

/** A year of which the first `closed` months are over and the next one is under way. */
function year({ facts, closed, plan = null, lastYear = null }: Given): ForecastMonth[] {
  return monthsOfYear(2026, 1).map((month, place) => {
    const state = place < closed ? "closed" : place === closed ? "current" : "ahead";
    return { month, state, fact: facts[place] ?? 0n, plan, lastYear };
  });
}

describe("R93 year forecast", () => {
  it("season: closed months, this month's run-rate, last year's months at this year's pace", () => {
    const months = year({ facts: [120n, 100n, 110n, 50n], closed: 3, lastYear: 100n, plan: 500n });
    expect(forecastYear(months, { passed: 10, total: 22 })).toEqual({
      value: 330n + 110n + 880n,
      low: 330n + 110n + 800n,
      high: 330n + 110n + 960n,
      method: "season",
      basis: { sold: 330n, expected: 300n },
      currentByRate: true,
    });
  });

  it("plan × attainment to date where there is no history", () => {
    const months = year({ facts: [90n, 80n], closed: 2, plan: 100n });
    expect(forecastYear(months, { passed: 0, total: 21 })).toMatchObject({
      method: "plan",
      value: 170n + 850n,
      low: 170n + 800n,
      high: 170n + 900n,
      currentByRate: false,
    });
  });

  it("before the first month has closed the pace is the current month's", () => {
    const months = year({ facts: [50n], closed: 0, lastYear: 100n });
    expect(forecastYear(months, { passed: 10, total: 20 })).toMatchObject({ value: 1200n, method: "season" });
    expect(forecastYear(months, { passed: 0, total: 20 })).toMatchObject({ value: null, method: "none" });
  });

  it("a year that is over is its fact; without plan or history nothing is said of the months ahead", () => {
    const over = year({ facts: [7n], closed: 12 });
    expect(forecastYear(over, null)).toMatchObject({ value: 7n, low: 7n, high: 7n, method: "fact" });
    expect(forecastYear(year({ facts: [7n], closed: 4 }), { passed: 3, total: 20 })).toMatchObject({
      value: null,
      low: null,
      method: "none",
    });
  });

  it("the value lies in its range, and only closed months, the rate and the months ahead make it", () => {
    const amount = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n });
    const any = fc.record({
      facts: fc.array(amount, { minLength: 12, maxLength: 12 }),
      closed: fc.nat(12),
      plan: fc.option(amount),
      lastYear: fc.option(amount),
    });
    fc.assert(
      fc.property(any, fc.nat(22), (given, passed) => {
        const { value, low, high } = forecastYear(year(given), { passed, total: 22 });
        if (value === null || low === null || high === null) expect([value, low, high]).toEqual([null, null, null]);
        else expect(low <= value && value <= high).toBe(true);
      }),
    );
  });
});
