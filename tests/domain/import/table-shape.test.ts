import { describe, expect, it } from "vitest";
import type { Cell, SheetRow } from "@/lib/domain/import/cell";
import { findHeader } from "@/lib/domain/import/find-header";
import { monthColumns } from "@/lib/domain/import/month-columns";
import { isTotalsRow } from "@/lib/domain/import/totals-row";

const rows = (...lines: Cell[][]): SheetRow[] => lines.map((cells, index) => ({ row: index + 1, cells }));

describe("R46 the header of a table", () => {
  it("is the first line of a plain file", () => {
    const sheet = rows(["Клиент", "Дата", "Сумма"], ["Ромашка", "01.02.2026", "100"], ["Лютик", "02.02.2026", "200"]);
    expect(findHeader(sheet)).toEqual({ rows: [1], names: ["Клиент", "Дата", "Сумма"] });
  });

  it("stands below titles and keeps its row number over empty rows", () => {
    const sheet: SheetRow[] = [
      { row: 1, cells: ["Отчёт о продажах"] },
      { row: 3, cells: ["Период:", "январь 2026"] },
      { row: 5, cells: ["Клиент", "Документ", "Дата", "Сумма"] },
      { row: 6, cells: ["Ромашка", "Накладная 1", { date: "2026-01-05" }, 100] },
      { row: 7, cells: ["Лютик", "Накладная 2", { date: "2026-01-06" }, 200] },
    ];
    expect(findHeader(sheet)?.rows).toEqual([5]);
  });

  it("may have two lines: merged cells above, names below", () => {
    const sheet = rows(
      ["Клиент", "2025", null, "2026", null],
      [null, "Ноябрь", "Декабрь", "Январь", "Февраль"],
      ["Ромашка", 1, 2, 3, 4],
    );
    expect(findHeader(sheet)).toEqual({
      rows: [1, 2],
      names: ["Клиент", "2025 Ноябрь", "2025 Декабрь", "2026 Январь", "2026 Февраль"],
    });
  });

  it("may have two lines below a title", () => {
    const sheet = rows(
      ["План продаж"],
      ["Клиент", "Менеджер", "План", null],
      [null, null, "шт.", "руб."],
      ["Ромашка", "Иванов", 5, 100],
    );
    expect(findHeader(sheet)).toEqual({ rows: [2, 3], names: ["Клиент", "Менеджер", "План шт.", "План руб."] });
  });

  it("is not made of a title and the header below it", () => {
    expect(findHeader(rows(["Продажи"], ["Клиент", "Сумма"], ["Ромашка", 5]))?.rows).toEqual([2]);
  });

  it("is not made of a header and a row of words", () => {
    const sheet = rows(["Имя", "Город"], ["Анна", "Омск"], ["Борис", "Томск"]);
    expect(findHeader(sheet)).toEqual({ rows: [1], names: ["Имя", "Город"] });
  });

  it("is absent where the data begins at once", () => {
    expect(findHeader(rows(["274", "2022-05-30", "28000"], ["275", "2022-08-30", "7000"]))).toBeNull();
    expect(findHeader(rows([1, "AW00000001", 5], [2, "AW00000002", 6]))).toBeNull();
    expect(findHeader([])).toBeNull();
  });

  it("is the line with two known names, even if a wider one stands above it", () => {
    const sheet = rows(
      ["Отчёт", "за", "январь", "по", "складу"],
      ["Клиент", "Сумма", null, null, null],
      ["Ромашка", 5, null, null, null],
    );
    expect(findHeader(sheet, new Set(["клиент", "сумма"]))?.rows).toEqual([2]);
  });

  it("has the name of its month where a cell holds a date", () => {
    const sheet = rows(["Клиент", { date: "2026-01-01" }, { date: "2026-02-01" }], ["Ромашка", 1, 2]);
    expect(findHeader(sheet)?.names).toEqual(["Клиент", "2026-01", "2026-02"]);
  });
});

describe("R46 months side by side", () => {
  it.each<[Cell[], [number, number | null, number][]]>([
    [
      ["Клиент", "янв.26", "фев.26", "мар.26"],
      [
        [1, 2026, 1],
        [2, 2026, 2],
        [3, 2026, 3],
      ],
    ],
    [
      ["01.2026", "02.2026", "03.2026"],
      [
        [0, 2026, 1],
        [1, 2026, 2],
        [2, 2026, 3],
      ],
    ],
    [
      ["Менеджер", "Январь", "Февраль", "Март", "Итого"],
      [
        [1, null, 1],
        [2, null, 2],
        [3, null, 3],
      ],
    ],
    [
      ["2026-11", "2026-12", "2027-01"],
      [
        [0, 2026, 11],
        [1, 2026, 12],
        [2, 2027, 1],
      ],
    ],
    [
      ["Jan-26", "Feb-26", "Mar-26"],
      [
        [0, 2026, 1],
        [1, 2026, 2],
        [2, 2026, 3],
      ],
    ],
    [
      ["Year", "EmployeeID", "M01", "M02", "M12"],
      [
        [2, null, 1],
        [3, null, 2],
        [4, null, 12],
      ],
    ],
    [
      ["01.26", "02.26", "12.26"],
      [
        [0, 2026, 1],
        [1, 2026, 2],
        [2, 2026, 12],
      ],
    ],
    [
      [{ date: "2026-01-01" }, { date: "2026-02-01" }, { date: "2026-03-01" }],
      [
        [0, 2026, 1],
        [1, 2026, 2],
        [2, 2026, 3],
      ],
    ],
    [
      ["янв.26", "фев.26", "янв.26", "мар.26"],
      [
        [0, 2026, 1],
        [1, 2026, 2],
        [3, 2026, 3],
      ],
    ],
  ])("%j", (headers, months) => {
    expect(monthColumns(headers).map(({ column, year, month }) => [column, year, month])).toEqual(months);
  });

  it("take the year of the line above them", () => {
    const above = [null, "2025 год", null, 2026, null];
    const headers = ["Клиент", "Ноябрь", "Декабрь", "Январь", "Февраль"];
    expect(monthColumns(headers, above).map(({ year, month }) => `${year}-${month}`)).toEqual([
      "2025-11",
      "2025-12",
      "2026-1",
      "2026-2",
    ]);
  });

  it("are not found in two columns, in names that begin like months, or in amounts", () => {
    expect(monthColumns(["Январь", "Февраль"])).toEqual([]);
    expect(monthColumns(["Маркетинг", "Майк", "Августин", "Sept Tools"])).toEqual([]);
    expect(monthColumns(["13.26", "0.5", "1.26", "12.345"])).toEqual([]);
  });
});

describe("R46 a row of totals", () => {
  it.each<Cell[][]>([
    [["Итого", null, 100]],
    [[null, "ИТОГО:", "", "1 234,56"]],
    [["Всего по складу", 5, 10]],
    [["Общий итог", 5]],
    [["Иванов Итог", 5]],
    [["Total", "", "1,234.56", "-"]],
    [["Grand Total", { formula: "SUM(B2:B9)", value: 5 }]],
    [["Subtotal for May", 5]],
    [["Итого", { error: "#REF!" }]],
    [["Итого", { percent: 0.5 }, "84 %"]],
  ])("%j", (cells) => {
    expect(isTotalsRow(cells)).toBe(true);
  });

  it.each<Cell[][]>([
    [["Итого Трейд", 5]],
    [["Total", "Накладная 7", 5]],
    [["Total", { date: "2026-01-01" }, 5]],
    [["Итого"]],
    [[5, "Итого по складу", "Омск"]],
    [["Тотал", 5]],
    [["Всеволод", 5]],
    [["Totally Spices", 5]],
    [["Summa", 5]],
    [[]],
    [[null, 5]],
  ])("is not %j", (cells) => {
    expect(isTotalsRow(cells)).toBe(false);
  });
});
