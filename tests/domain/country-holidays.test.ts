import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addMonths, parseCalendarDate } from "@/lib/domain/calendar-date";
import { monthsOfYear } from "@/lib/domain/fiscal-year";
import { calendarCountries, holidaysOf, isCalendarCountry, yearsOf } from "@/lib/domain/holidays/country-holidays";
import { readShifts, shiftText } from "@/lib/domain/shift-text";
import { workdays } from "@/lib/domain/workdays";
import { notThere, sharedData } from "./import/shared-data";
import { fortyHours } from "./working-week";

const calendarOf = (country: "RU" | "KZ" | "BY") => ({
  zone: "UTC",
  week: fortyHours,
  overrides: holidaysOf(country),
});

describe("R38 production calendars of a 40-hour week", () => {
  it.each([
    ["RU", 2024, 248, 1979],
    ["RU", 2025, 247, 1972],
    ["RU", 2026, 247, 1972],
    ["RU", 2027, 247, 1972],
    ["KZ", 2024, 251, 2008],
    ["KZ", 2025, 253, 2024],
    ["KZ", 2026, 246, 1968],
    ["BY", 2024, 253, 2016],
    ["BY", 2025, 253, 2014],
    ["BY", 2026, 254, 2024],
  ] as const)("%s %i: %i days, %i hours", (country, year, days, hours) => {
    const sum = workdays(calendarOf(country), { startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01` });
    expect(sum).toMatchObject({ days, minutes: hours * 60, weeklyYears: [] });
  });

  it("hold only days that exist, of the years that they say", () => {
    for (const country of calendarCountries) {
      const days = [...holidaysOf(country).keys()];
      expect(days.filter((day) => parseCalendarDate(day) === null)).toEqual([]);
      expect([...new Set(days.map((day) => Number(day.slice(0, 4))))]).toEqual(yearsOf(country));
    }
    expect([isCalendarCountry("RU"), isCalendarCountry("toString"), isCalendarCountry("US")]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("equal the published ones month by month", ({ skip }) => {
    const file = sharedData("ru_reference/oracle/production_calendar.json");
    if (!file) return skip(notThere);
    const months = z.array(z.object({ working_days: z.number(), short_days: z.number(), hours_40h_week: z.number() }));
    const published = z.record(z.string(), z.object({ months })).parse(JSON.parse(readFileSync(file, "utf8")));
    for (const country of calendarCountries)
      for (const year of yearsOf(country)) {
        const ours = monthsOfYear(year, 1).map((month) => {
          const { days, shortDays, minutes } = workdays(calendarOf(country), {
            startsOn: month,
            endsOn: addMonths(month, 1),
          });
          return { working_days: days, short_days: shortDays, hours_40h_week: minutes / 60 };
        });
        expect(ours, `${country} ${year}`).toEqual(published[`${country.toLowerCase()}_${year}`]?.months);
      }
  });
});

describe("R68 hours of a day as text", () => {
  it.each([
    ["09:00–13:00, 14:00–18:00", [540, 780, 840, 1080]],
    ["9-18", [540, 1080]],
    [" 9.30 - 13:00 ; 14 — 24:00", [570, 780, 840, 1440]],
    ["", []],
    ["09:00", null],
    ["nine to five", null],
    ["09:75–18:00", null],
    ["9-18-20", null],
  ])("%s", (text, minutes) => {
    expect(readShifts(text)?.flatMap(({ from, to }) => [from, to]) ?? null).toEqual(minutes);
  });

  it("what is written is read again", () => {
    const shift = fc.record({ from: fc.nat(1440), to: fc.nat(1440) });
    fc.assert(
      fc.property(fc.array(shift), (shifts) => {
        expect(readShifts(shiftText(shifts))).toEqual(shifts);
      }),
    );
  });
});
