import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "@/lib/domain/calendar-date";
import type { Cell } from "@/lib/domain/import/cell";
import type { DayOrder } from "@/lib/domain/import/day-text";
import { dayColumn, parseDay } from "@/lib/domain/import/parse-day";
import { parseMonth } from "@/lib/domain/import/parse-month";
import { type DateSystem, dayOfSerial, timeOfSerial } from "@/lib/domain/import/serial-day";
import { anyDay } from "../arbitraries";

function read(cell: Cell, column: Cell[] = [cell], hint: DayOrder | null = null, system: DateSystem = "1900") {
  const seen = dayColumn();
  for (const one of column) seen.see(one);
  const day = parseDay(cell, seen.decide(hint, system));
  return day.ok ? (day.value?.day ?? null) : day.code;
}

describe("R46 a day as people write it", () => {
  it.each<[Cell, string | null]>([
    ["31.01.2026", "2026-01-31"],
    ["1.2.26", "2026-02-01"],
    ["01.02.49", "2049-02-01"],
    ["12.03.65", "1965-03-12"],
    ["2026-01-31", "2026-01-31"],
    ["2026/1/5", "2026-01-05"],
    ["20260131", "2026-01-31"],
    ["2026-01-31T23:59:59.999Z", "2026-01-31"],
    ["2026-01-31 23:59:59+03:00", "2026-01-31"],
    ["2010-12-29 00:00:00.000", "2010-12-29"],
    ["02.01.2006 15:04:05", "2006-01-02"],
    ["7/16/1996 12:00 AM", "1996-07-16"],
    ["1 января 2026 г.", "2026-01-01"],
    ["31 янв. 2026", "2026-01-31"],
    ["5 Мая 26", "2026-05-05"],
    ["Jan 5, 2026", "2026-01-05"],
    ["September 3rd, 2026", "2026-09-03"],
    ["5-Jan-26", "2026-01-05"],
    ["\u00a031.01.2026\u200b ", "2026-01-31"],
    [45292, "2024-01-01"],
    ["45292", "2024-01-01"],
    ["45292,75", "2024-01-01"],
    [{ date: "2026-01-31T10:00:00" }, "2026-01-31"],
    [{ formula: "TODAY()", value: { date: "2026-01-31" } }, "2026-01-31"],
    ["янв 2026", "2026-01-01"],
    ["январь 2026", "2026-01-01"],
    ["Jan 2026", "2026-01-01"],
    ["2026-01", "2026-01-01"],
    ["-", null],
    ["", null],
    [null, null],
  ])("%j is %s", (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it.each<[Cell, string]>([
    ["31.02.2026", "day-none"],
    ["29.02.2025", "day-none"],
    ["2026-13-01", "day-none"],
    ["00.01.2026", "day-none"],
    ["31/02/2026", "day-none"],
    [{ date: "1900-02-29" }, "day-none"],
    [60, "day-none"],
    [0, "day-range"],
    [-5, "day-range"],
    [3_000_000, "day-range"],
    ["январь", "month-no-year"],
    ["завтра", "day-invalid"],
    ["31.01", "day-invalid"],
    ["31.01/2026", "day-invalid"],
    [true, "day-invalid"],
    [{ error: "#VALUE!" }, "cell-error"],
  ])("%j is refused: %s", (cell, code) => {
    expect(read(cell)).toBe(code);
  });

  it("tells 03/04 by the column as a whole", () => {
    expect(read("03/04/2026", ["03/04/2026", "13/04/2026"])).toBe("2026-04-03");
    expect(read("03/04/2026", ["03/04/2026", "04/13/2026"])).toBe("2026-03-04");
    expect(read("03/04/2026")).toBe("day-ambiguous");
    expect(read("03/04/2026", ["03/04/2026"], "mdy")).toBe("2026-03-04");
    expect(read("04/04/2026")).toBe("2026-04-04");
  });

  it("refuses only the doubtful days of a column that contradicts itself", () => {
    const mixed = ["13/04/2026", "04/13/2026", "03/04/2026"];
    expect(mixed.map((cell) => read(cell, mixed, "dmy"))).toEqual(["2026-04-13", "2026-04-13", "day-ambiguous"]);
  });

  it("says when a cell names a whole month", () => {
    const style = dayColumn().decide();
    expect(parseDay("янв 2026", style)).toEqual({ ok: true, value: { day: "2026-01-01", wholeMonth: true } });
    expect(parseDay("01.01.2026", style)).toEqual({ ok: true, value: { day: "2026-01-01", wholeMonth: false } });
  });

  it("reads back every day in every form", () => {
    const two = (text: string) => String(Number(text));
    const forms: ((y: string, m: string, d: string) => string)[] = [
      (y, m, d) => `${d}.${m}.${y}`,
      (y, m, d) => `${two(d)}.${two(m)}.${y}`,
      (y, m, d) => `${y}-${m}-${d} 10:00`,
      (y, m, d) => `${y}${m}${d}`,
      (y, m, d) =>
        `${d} ${"янв февр марта апр мая июня июля авг сент окт нояб дек".split(" ")[Number(m) - 1]}. ${y} г.`,
      (y, m, d) => `${"Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(" ")[Number(m) - 1]} ${two(d)}, ${y}`,
    ];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...forms), (day, form) => {
        const [year = "", month = "", date = ""] = day.split("-");
        expect(read(form(year, month, date))).toBe(day);
      }),
    );
  });

  it("reads a column of slashed days of either order once one day is over 12", () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1 }), fc.boolean(), (days, american) => {
        const write = (day: string) => {
          const [year, month, date] = day.split("-");
          return american ? `${month}/${date}/${year}` : `${date}/${month}/${year}`;
        };
        const column = [...days, "2026-01-31"].map(write);
        expect(days.map((day) => read(write(day), column))).toEqual(days);
      }),
    );
  });
});

describe("the serial days of Excel", () => {
  it.each<[number, DateSystem, string | null]>([
    [1, "1900", "1900-01-01"],
    [59, "1900", "1900-02-28"],
    [60, "1900", "1900-02-29"],
    [61, "1900", "1900-03-01"],
    [45292.999, "1900", "2024-01-01"],
    [45292.999999, "1900", "2024-01-02"],
    [2958465, "1900", "9999-12-31"],
    [2958466, "1900", null],
    [0.5, "1900", null],
    [0, "1904", "1904-01-01"],
    [43830, "1904", "2024-01-01"],
    [2957003, "1904", "9999-12-31"],
    [-1, "1904", null],
    [Number.NaN, "1900", null],
  ])("%d in %s is %s", (serial, system, day) => {
    expect(dayOfSerial(serial, system)).toBe(day);
  });

  it("lie 1462 days apart in the two systems", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const serial = daysBetween("1899-12-30", day);
        expect(dayOfSerial(serial, "1900")).toBe(day);
        expect(dayOfSerial(serial - 1462, "1904")).toBe(day);
        expect(dayOfSerial(serial + 1, "1900")).toBe(addDays(day, 1));
      }),
    );
  });

  it("carry a time, rounded to its second", () => {
    expect([1, 1.5, 45292.75, 45292.99999, 45292.0000001].map(timeOfSerial)).toEqual([
      null,
      "12:00:00",
      "18:00:00",
      "23:59:59",
      null,
    ]);
  });
});

describe("a month", () => {
  const month = (cell: Cell, year: number | null = null) => {
    const read = parseMonth(cell, dayColumn().decide("dmy"), year);
    return read.ok ? read.value : read.code;
  };

  it.each<[Cell, string | null]>([
    ["янв 2026", "2026-01"],
    ["Январь 2026 г.", "2026-01"],
    ["янв.26", "2026-01"],
    ["Jan-26", "2026-01"],
    ["сент. 2026", "2026-09"],
    ["2026-09", "2026-09"],
    ["09.2026", "2026-09"],
    ["9/2026", "2026-09"],
    ["2026 май", "2026-05"],
    ["31.01.2026", "2026-01"],
    [{ date: "2026-01-01" }, "2026-01"],
    [45292, "2024-01"],
    ["—", null],
    ["13.2026", "month-invalid"],
    ["Маркетинг", "month-invalid"],
    ["31.02.2026", "day-none"],
    ["Январь", "month-no-year"],
  ])("%j is %s", (cell, expected) => {
    expect(month(cell)).toBe(expected);
  });

  it("without a year takes the one that is given", () => {
    expect(month("Январь", 2025)).toBe("2025-01");
    expect(month("янв 2026", 2025)).toBe("2026-01");
  });
});
