import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, intersect, isPossible, overlaps, type Period, subtract } from "@/lib/domain/period";
import { allNearDays, nearPeriod } from "./arbitraries";

const period = (startsOn: string, endsOn: string | null): Period => ({ startsOn, endsOn });
/** The oracle: a period as the set of its days. */
const daysOf = (...periods: Period[]) => allNearDays.filter((day) => periods.some((one) => contains(one, day)));

describe("a period is half-open", () => {
  it.each([
    ["its first day", "2024-02-10", true],
    ["the day before its end", "2024-02-19", true],
    ["its end", "2024-02-20", false],
    ["the day before its start", "2024-02-09", false],
  ])("%s", (_, day, inside) => {
    expect(contains(period("2024-02-10", "2024-02-20"), day)).toBe(inside);
  });

  it("two that touch do not overlap", () => {
    expect(overlaps(period("2024-02-10", "2024-02-20"), period("2024-02-20", null))).toBe(false);
  });

  it.each([
    [period("2024-02-10", "2024-02-10"), false],
    [period("2024-02-10", "2024-02-09"), false],
    [period("2024-02-10", "2024-02-11"), true],
    [period("2024-02-10", null), true],
  ])("possible: %o %s", (one, possible) => {
    expect(isPossible(one)).toBe(possible);
  });

  it("common days are the days of both", () => {
    fc.assert(
      fc.property(nearPeriod, nearPeriod, (a, b) => {
        const both = daysOf(a).filter((day) => contains(b, day));
        const common = intersect(a, b);
        expect(common ? daysOf(common) : []).toEqual(both);
        expect(overlaps(a, b)).toBe(common !== null);
        expect(intersect(b, a)).toEqual(common);
      }),
    );
  });

  it("what is left after taking one from another is the days of the first alone, in possible, ordered pieces", () => {
    fc.assert(
      fc.property(nearPeriod, nearPeriod, (a, b) => {
        const rest = subtract(a, b);
        expect(daysOf(...rest)).toEqual(daysOf(a).filter((day) => !contains(b, day)));
        expect(rest.every(isPossible)).toBe(true);
        expect(rest.length).toBeLessThanOrEqual(2);
        expect(rest.map(({ startsOn }) => startsOn)).toEqual(rest.map(({ startsOn }) => startsOn).sort());
      }),
    );
  });

  it.each([
    [
      "a hole in the middle",
      period("2024-02-10", null),
      period("2024-02-12", "2024-02-15"),
      [period("2024-02-10", "2024-02-12"), period("2024-02-15", null)],
    ],
    ["all of it", period("2024-02-10", "2024-02-20"), period("2024-02-01", null), []],
    [
      "nothing in common",
      period("2024-02-10", "2024-02-12"),
      period("2024-02-12", null),
      [period("2024-02-10", "2024-02-12")],
    ],
  ])("takes away %s", (_, a, b, rest) => {
    expect(subtract(a, b)).toEqual(rest);
  });
});
