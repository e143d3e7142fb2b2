import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekday } from "@/lib/domain/calendar-date";
import { passedAndLeft, workdays } from "@/lib/domain/workdays";
import { isWorkingDay, shiftsOn, type Week, weekFault, workingMinutes } from "@/lib/domain/working-calendar";
import { anyDay } from "./arbitraries";
import { calendarOf, fortyHours } from "./working-week";

describe("R38 a working day", () => {
  const calendar = calendarOf({
    "2024-03-08": { kind: "off", minutes: null },
    "2024-03-07": { kind: "short", minutes: null },
    "2024-03-05": { kind: "short", minutes: 300 },
    "2024-03-09": { kind: "working", minutes: null },
    "2024-03-10": { kind: "short", minutes: null },
    "2024-03-06": { kind: "working", minutes: 600 },
  });
  it.each([
    ["2024-03-04", 480, "a Monday"],
    ["2024-03-05", 300, "a short one of five hours"],
    ["2024-03-06", 600, "a long one"],
    ["2024-03-07", 420, "a short one is an hour less"],
    ["2024-03-08", 0, "a holiday"],
    ["2024-03-09", 480, "a Saturday that is worked"],
    ["2024-03-10", 420, "a Sunday that is worked, and short"],
    ["2024-03-16", 0, "a Saturday"],
  ])("%s has %i minutes: %s", (date, minutes) => {
    expect(workingMinutes(calendar, date)).toBe(minutes);
    expect(isWorkingDay(calendar, date)).toBe(minutes > 0);
  });

  it("ends earlier or later and keeps its start and its lunch", () => {
    expect(shiftsOn(calendar, "2024-03-05")).toEqual([
      { from: 540, to: 780 },
      { from: 840, to: 900 },
    ]);
    expect(shiftsOn(calendar, "2024-03-06").at(-1)).toEqual({ from: 840, to: 1200 });
  });
});

describe("R38 working days of a stretch", () => {
  const march = { startsOn: "2024-03-01", endsOn: "2024-04-01" };

  it("counts days, short days and minutes, and warns of a year that the calendar does not know", () => {
    const known = calendarOf({
      "2024-03-08": { kind: "off", minutes: null },
      "2024-03-07": { kind: "short", minutes: null },
    });
    expect(workdays(known, march)).toEqual({ days: 20, shortDays: 1, minutes: 159 * 60, weeklyYears: [] });
    expect(workdays(calendarOf(), march)).toEqual({ days: 21, shortDays: 0, minutes: 168 * 60, weeklyYears: [2024] });
    expect(workdays(known, { startsOn: "2024-12-01", endsOn: "2026-02-01" }).weeklyYears).toEqual([2025, 2026]);
  });

  it("today is not over yet", () => {
    const at = (today: string) => passedAndLeft(calendarOf(), march, today);
    expect(at("2024-02-10")).toEqual({ passed: 0, left: 21, total: 21 });
    expect(at("2024-03-01")).toEqual({ passed: 0, left: 21, total: 21 });
    expect(at("2024-03-02")).toEqual({ passed: 1, left: 20, total: 21 });
    expect(at("2024-05-02")).toEqual({ passed: 21, left: 0, total: 21 });
  });

  it("two stretches that meet count what the whole does", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(120), fc.nat(120), (startsOn, first, second) => {
        const border = addDays(startsOn, first);
        const endsOn = addDays(border, second);
        const count = (from: string, to: string) => workdays(calendarOf(), { startsOn: from, endsOn: to }).days;
        const byHand = Array.from({ length: first + second }, (_, i) => addDays(startsOn, i)).filter(
          (day) => weekday(day) <= 5,
        );
        expect(count(startsOn, border) + count(border, endsOn)).toBe(count(startsOn, endsOn));
        expect(count(startsOn, endsOn)).toBe(byHand.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe("R68 a week", () => {
  const off: Week = [[], [], [], [], [], [], []];
  const monday = (...shifts: Week[number]): Week => [shifts, ...off.slice(1)];
  it.each([
    ["the usual one", fortyHours, null],
    ["without a working hour is refused", off, "no-hours"],
    ["of six days", off.slice(1), "not-seven-days"],
    ["that ends before it starts", monday({ from: 600, to: 600 }), "shift-order"],
    ["with shifts over one another", monday({ from: 0, to: 60 }, { from: 59, to: 90 }), "shift-order"],
    ["with shifts that touch", monday({ from: 0, to: 60 }, { from: 60, to: 90 }), null],
    ["around the clock", monday({ from: 0, to: 1440 }), null],
    ["beyond midnight", monday({ from: 600, to: 1441 }), "out-of-day"],
  ])("%s", (_, week, fault) => {
    expect(weekFault(week)).toBe(fault);
  });
});
