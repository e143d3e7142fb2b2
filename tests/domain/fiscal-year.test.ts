import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysOf,
  fiscalYearOf,
  labelFacts,
  monthsOf,
  monthsOfYear,
  periodOf,
  quarterOf,
  yearBefore,
  yearName,
  yearToDate,
} from "@/lib/domain/fiscal-year";
import { contains } from "@/lib/domain/period";
import { anyDay } from "./arbitraries";

describe("R38 a fiscal year", () => {
  it.each([
    ["2017-07-01", 7, 2018, 1],
    ["2018-06-30", 7, 2018, 4],
    ["2018-07-01", 7, 2019, 1],
    ["2026-11-23", 1, 2026, 4],
    ["2026-12-31", 12, 2027, 1],
    ["2026-11-30", 12, 2026, 4],
    ["2026-04-01", 4, 2027, 1],
    ["2026-03-31", 4, 2026, 4],
  ])("%s with a start in month %i is of %i, quarter %i", (date, start, year, quarter) => {
    expect([fiscalYearOf(date, start), quarterOf(date, start)]).toEqual([year, quarter]);
  });

  it("is called by one calendar year or by two", () => {
    expect([yearName(2026, 1), yearName(2026, 7), yearName(2000, 2)]).toEqual(["2026", "2025/26", "1999/00"]);
  });

  it("has twelve months, and quarters of three", () => {
    expect(monthsOfYear(2018, 7)).toEqual([
      ...["2017-07-01", "2017-08-01", "2017-09-01", "2017-10-01", "2017-11-01", "2017-12-01"],
      ...["2018-01-01", "2018-02-01", "2018-03-01", "2018-04-01", "2018-05-01", "2018-06-01"],
    ]);
    expect(monthsOf({ kind: "quarter", year: 2018, quarter: 3 }, 7)).toEqual([
      "2018-01-01",
      "2018-02-01",
      "2018-03-01",
    ]);
  });

  it("to date ends before today, and a year earlier on the same day", () => {
    const toDate = yearToDate("2024-02-29", 7);
    expect(daysOf(toDate, 7)).toEqual({ startsOn: "2023-07-01", endsOn: "2024-02-29" });
    expect(daysOf(yearBefore(toDate), 7)).toEqual({ startsOn: "2022-07-01", endsOn: "2023-02-28" });
    expect(daysOf(yearToDate("2026-01-01", 1), 1)).toEqual({ startsOn: "2026-01-01", endsOn: "2026-01-01" });
    expect(monthsOf(yearToDate("2026-01-01", 1), 1)).toEqual([]);
  });

  it("a label knows its last day and whether the year is the calendar's", () => {
    expect(labelFacts({ kind: "year", year: 2018 }, 7)).toMatchObject({
      firstDay: "2017-07-01",
      lastDay: "2018-06-30",
      calendarYear: false,
    });
  });

  it("every day lies in its month, its quarter and its year, and these in one another", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (date, start) => {
        const [month, quarter, year] = (["month", "quarter", "year"] as const).map((kind) => {
          const period = periodOf(kind, date, start);
          expect(contains(daysOf(period, start), date)).toBe(true);
          return monthsOf(period, start);
        });
        expect(quarter).toEqual(expect.arrayContaining(month ?? []));
        expect(year).toEqual(expect.arrayContaining(quarter ?? []));
        expect([month?.length, quarter?.length, year?.length]).toEqual([1, 3, 12]);
      }),
    );
  });
});
