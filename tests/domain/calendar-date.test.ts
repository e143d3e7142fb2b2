import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  nextMonday,
  parseCalendarDate,
  weekday,
} from "@/lib/domain/calendar-date";
import { anyDay } from "./arbitraries";

describe("a calendar date", () => {
  it.each(["2024-02-29", "2000-02-29", "1999-12-31", "1604-02-29"])("reads %s", (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-02-30",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "16.06.2024",
    "2024-6-1",
    "2024-06-16T00:00:00Z",
    " 2024-06-16",
    "0024-06-16",
    "",
    "2024-06-16\n",
  ])("refuses %j", (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it("never goes through the zone of the machine (+05:45 here, and a western one would show it too)", () => {
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(-345);
    expect(addDays("2024-03-31", 1)).toBe("2024-04-01");
    expect(addDays("2024-01-01", -1)).toBe("2023-12-31");
  });

  it.each([
    ["2024-06-16", 7],
    ["2024-06-17", 1],
    ["1969-12-31", 3],
    ["2000-01-01", 6],
    ["2024-02-29", 4],
  ])("%s is weekday %d", (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-03-15", -3, "2023-12-15"],
    ["2024-12-31", 2, "2025-02-28"],
    ["2024-05-31", -1, "2024-04-30"],
  ])("%s and %d months make %s", (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it.each([
    ["2024-06-16", "2024-06-17"],
    ["2024-06-17", "2024-06-24"],
    ["2024-12-31", "2025-01-06"],
  ])("the Monday after %s is %s", (day, expected) => {
    expect(nextMonday(day)).toBe(expected);
  });

  it("adding days and counting them undo each other", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (day, count) => {
        const other = addDays(day, count);
        expect(daysBetween(day, other)).toBe(count);
        expect(parseCalendarDate(other)).toBe(other);
        expect(other < day).toBe(count < 0);
      }),
    );
  });

  it("weekdays follow each other, and the next Monday is a Monday within a week", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(addDays(day, 1))).toBe((weekday(day) % 7) + 1);
        expect(weekday(nextMonday(day))).toBe(1);
        expect([1, 2, 3, 4, 5, 6, 7]).toContain(daysBetween(day, nextMonday(day)));
      }),
    );
  });

  it("adding months keeps the day or takes the month's last", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, months) => {
        const [year = 0, month = 0, of = 0] = addMonths(day, months).split("-").map(Number);
        expect(of).toBe(Math.min(Number(day.slice(8)), daysInMonth(year, month)));
        expect(year * 12 + month).toBe(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + months);
      }),
    );
  });
});
