import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextBirthday } from "@/lib/domain/birthday";
import { addDays, addMonths, daysBetween } from "@/lib/domain/calendar-date";
import { nextAnniversary, tenureOn } from "@/lib/domain/tenure";
import { anyDay } from "./arbitraries";

describe("R45 how long we have worked together", () => {
  it.each([
    ["2019-06-20", "2025-11-23", 6, 5],
    ["2019-06-20", "2019-06-20", 0, 0],
    ["2019-06-20", "2020-06-19", 0, 11],
    ["2019-06-20", "2020-06-20", 1, 0],
    ["2024-01-31", "2024-02-28", 0, 0],
    ["2024-01-31", "2024-02-29", 0, 1],
    ["2024-02-29", "2025-02-28", 1, 0],
    ["2023-12-15", "2024-01-14", 0, 0],
  ])("since %s on %s: %d years %d months", (since, on, years, months) => {
    expect(tenureOn(since, on)).toEqual({ years, months });
  });

  it("is nothing before the first day", () => {
    expect(tenureOn("2024-02-02", "2024-02-01")).toBeNull();
  });

  it("is the greatest number of whole months that fits", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(12_000), (since, days) => {
        const on = addDays(since, days);
        const tenure = tenureOn(since, on);
        if (!tenure) throw new Error("a day not before the first has a tenure");
        const months = tenure.years * 12 + tenure.months;
        expect(tenure.months).toBeLessThan(12);
        expect(addMonths(since, months) <= on).toBe(true);
        expect(addMonths(since, months + 1) > on).toBe(true);
      }),
    );
  });
});

describe("R45 anniversaries", () => {
  it.each([
    ["2019-06-20", "2025-06-20", "2025-06-20", 6, 0],
    ["2019-06-20", "2025-06-21", "2026-06-20", 7, 364],
    ["2019-06-20", "2019-06-20", "2020-06-20", 1, 366],
    ["2024-02-29", "2025-01-01", "2025-02-28", 1, 58],
    ["2024-02-29", "2027-03-01", "2028-02-29", 4, 365],
    ["2030-05-05", "2024-01-01", "2031-05-05", 1, 2681],
  ])("of %s after %s", (since, today, on, years, daysAway) => {
    expect(nextAnniversary(since, today)).toEqual({ on, years, daysAway });
  });

  it("comes within a year, never before today, and the one before it has passed", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(12_000), (since, days) => {
        const today = addDays(since, days);
        const next = nextAnniversary(since, today);
        expect(next.on >= today).toBe(true);
        expect(next.daysAway).toBe(daysBetween(today, next.on));
        expect(next.years).toBeGreaterThanOrEqual(1);
        expect(next.years === 1 || addMonths(since, (next.years - 1) * 12) < today).toBe(true);
      }),
    );
  });
});

describe("birthdays", () => {
  it.each([
    ["1985-03-08", "2024-03-08", "2024-03-08", 0, 39],
    ["1985-03-08", "2024-03-09", "2025-03-08", 364, 40],
    ["1988-02-29", "2025-02-01", "2025-02-28", 27, 37],
    ["1988-02-29", "2024-02-01", "2024-02-29", 28, 36],
    ["1604-12-31", "2025-01-01", "2025-12-31", 364, null],
    ["1604-02-29", "2028-02-29", "2028-02-29", 0, null],
  ])("born %s, today %s", (born, today, on, daysAway, turns) => {
    expect(nextBirthday(born, today)).toEqual({ on, daysAway, turns });
  });
});
