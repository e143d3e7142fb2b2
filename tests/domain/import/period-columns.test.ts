import { describe, expect, it } from "vitest";
import { headerPeriod, periodColumns } from "@/lib/domain/import/period-columns";
import { readPeriod } from "@/lib/domain/import/read-period";

describe("R46 a period as files write it", () => {
  it.each([
    ["июль 2026", { span: 1, month: 7, year: 2026 }],
    ["2026-07", { span: 1, month: 7, year: 2026 }],
    ["2026-07-01", { span: 1, month: 7, year: 2026 }],
    ["2026-07-01 00:00:00", { span: 1, month: 7, year: 2026 }],
    ["01.07.2026", { span: 1, month: 7, year: 2026 }],
    ["2026M07", { span: 1, month: 7, year: 2026 }],
    ["Январь", { span: 1, month: 1, year: null }],
    ["Q3 2026", { span: 3, quarter: 3, year: 2026 }],
    ["2026-Q3", { span: 3, quarter: 3, year: 2026 }],
    ["FY2018-Q1", { span: 3, quarter: 1, year: 2018 }],
    ["Q1 FY18", { span: 3, quarter: 1, year: 2018 }],
    ["1 кв. 2026", { span: 3, quarter: 1, year: 2026 }],
    ["III квартал 2026 г.", { span: 3, quarter: 3, year: 2026 }],
    ["2026, 4 квартал", { span: 3, quarter: 4, year: 2026 }],
    ["2-й квартал", { span: 3, quarter: 2, year: null }],
    ["2026", { span: 12, year: 2026 }],
    ["FY2026", { span: 12, year: 2026 }],
    ["2026 год", { span: 12, year: 2026 }],
    ["Q5 2026", null],
    ["13.2026", null],
    ["2026-13-01", null],
    ["5 клиентов", null],
    ["", null],
  ])("%s", (text, period) => {
    expect(readPeriod(text)).toEqual(period);
  });
});

describe("R46 columns of periods", () => {
  it.each([
    ["M01", { span: 1, month: 1, year: null }],
    ["2026 M12", { span: 1, month: 12, year: 2026 }],
    ["01.26", { span: 1, month: 1, year: 2026 }],
    ["Янв 2026, тыс. руб.", { span: 1, month: 1, year: 2026 }],
    ["2026 Январь", { span: 1, month: 1, year: 2026 }],
    ["Q2, млн ₽", { span: 3, quarter: 2, year: null }],
    ["Итого", null],
  ])("%s", (text, period) => {
    expect(headerPeriod(text)).toEqual(period);
  });

  it("takes months of a company's year, and leaves sums of quarters and other columns aside", () => {
    const headers = ["Клиент", "Июль 2026", "Август 2026", "Сентябрь 2026", "1 квартал 2027", "Итого"];
    expect(periodColumns(headers)).toEqual([null, "m07", "m08", "m09", null, null]);
  });

  it("takes quarters where there are no months", () => {
    expect(periodColumns(["Кто", "Q1", "Q2", "Q3", "Q4"])).toEqual([null, "q1", "q2", "q3", "q4"]);
  });

  it("a month that stands twice keeps its first column, and two months are no wide table", () => {
    expect(periodColumns(["Янв", "Фев", "Мар", "Янв"])).toEqual(["m01", "m02", "m03", null]);
    expect(periodColumns(["Янв", "Фев"])).toEqual([null, null]);
  });
});
