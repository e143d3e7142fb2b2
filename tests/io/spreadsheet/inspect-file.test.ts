import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/io/spreadsheet/inspect-file";
import { faultOf, fileOf, wordsOf } from "./files";
import { workbookOf } from "./workbooks";

const text = (place: string, words: string) => `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (place: string, value: number) => `<c r="${place}"><v>${value}</v></c>`;

describe("R46 what a text file holds", () => {
  it("its form, header, rows and totals, with titles above and notes below", async () => {
    const lines = ["Отчёт за январь;;", ";;", "Клиент;Дата;Сумма, руб."];
    for (let day = 1; day <= 28; day++) lines.push(`Клиент ${day};${day}.01.2026;${day} 000,50`);
    const path = fileOf([...lines, "Итого;;406 014,00", ";;", "Директор;;"].join("\r\n"));
    const seen = await inspectFile(path);
    expect(seen).toMatchObject({
      format: "csv",
      encoding: { used: "utf-8", sure: true },
      delimiter: ";",
      sheets: [{ name: "", hidden: false, claimed: null }],
      rows: 32,
      lastRow: 34,
      columns: 3,
      header: { rows: [3], names: ["Клиент", "Дата", "Сумма, руб."] },
      totals: [32],
      faultCount: 0,
    });
    expect(seen.preview).toHaveLength(32);
    expect(seen.preview[1]).toEqual({ row: 3, cells: ["Клиент", "Дата", "Сумма, руб."] });
  });

  it("which rows are not like its header, in the preview and behind it, in words of both languages", async () => {
    const lines = Array.from({ length: 200 }, (_, at) =>
      at === 3 ? "a;b" : at === 150 ? "a;b;c;d" : "a;1;c\0".slice(0, at === 160 ? 6 : 5),
    );
    const seen = await inspectFile(fileOf(["Имя;Число;Слово", ...lines].join("\n")));
    expect(seen.preview).toHaveLength(50);
    expect(seen.faults).toEqual([
      { code: "row-short", row: 5, values: { expected: 3, found: 2 } },
      { code: "row-long", row: 152, values: { expected: 3, found: 4 } },
      { code: "nul", row: 162, column: 2 },
    ]);
    expect(seen.faultCount).toBe(3);
    expect(seen.faults.flatMap(wordsOf)[1]).toBe("Ячеек в строке: 2, а столбцов в таблице: 3.");
  });

  it("only counts faults beyond the first hundred", async () => {
    const seen = await inspectFile(fileOf(["Имя;Число", ...Array.from({ length: 300 }, () => "a;1;x")].join("\n")));
    expect([seen.faultCount, seen.faults.length]).toEqual([300, 100]);
  });

  it("is found by the header keys that are known", async () => {
    const path = fileOf("Выгрузка;из;системы\nклиент;сумма;\nРомашка;5;\n");
    expect((await inspectFile(path)).header?.rows).toEqual([1]);
    expect((await inspectFile(path, { known: new Set(["клиент", "сумма"]) })).header?.rows).toEqual([2]);
  });
});

describe("R46 what a workbook holds", () => {
  const book = workbookOf({
    date1904: true,
    before: '<dimension ref="A1:XFD1048576"/>',
    rows: `<row r="1">${text("A1", "План продаж")}</row>
      <row r="3">${text("A3", "Клиент")}${text("B3", "2026")}</row>
      <row r="4">${text("B4", "Январь")}${text("C4", "Февраль")}${text("D4", "Март")}</row>
      <row r="5">${text("A5", "Ромашка")}${number("B5", 1)}<c r="C5"><f>B5*2</f><v>2</v></c><c r="D5"><f>B5*3</f></c></row>
      <row r="6">${text("A6", "Щука")}${number("B6", 4)}<c r="C6" t="e"><v>#REF!</v></c><c r="D6"/></row>
      <row r="7">${text("A7", "Всего")}${number("B7", 5)}</row>`,
    after: '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="B3:D3"/></mergeCells>',
    more: [
      { name: "Скрытый", state: "hidden", xml: "<worksheet><sheetData/></worksheet>" },
      { name: "Итоги &amp; &quot;всё&quot;", xml: '<worksheet><dimension ref="B2:D40"/><sheetData/></worksheet>' },
    ],
  });

  it("sheets, extent as it is and as it is claimed, two header lines, merged cells, formulas, errors", async () => {
    const seen = await inspectFile(fileOf(book, "xlsx"));
    expect(seen).toMatchObject({
      format: "xlsx",
      encoding: null,
      delimiter: null,
      dateSystem: "1904",
      sheets: [
        { name: "Лист1", hidden: false, claimed: { rows: 1_048_576, columns: 16_384 } },
        { name: "Скрытый", hidden: true, claimed: null },
        { name: 'Итоги & "всё"', hidden: false, claimed: { rows: 40, columns: 4 } },
      ],
      sheet: 0,
      rows: 6,
      lastRow: 7,
      columns: 4,
      header: { rows: [3, 4], names: ["Клиент", "2026 Январь", "2026 Февраль", "2026 Март"] },
      totals: [7],
      mergedCount: 2,
      formulas: 2,
      errorCells: 2,
    });
    expect(seen.merged).toEqual([
      { fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 3 },
      { fromRow: 3, toRow: 3, fromColumn: 1, toColumn: 3 },
    ]);
  });

  it("is told of the sheet that was asked for, even an empty one", async () => {
    expect(await inspectFile(fileOf(book, "xlsx"), { sheet: 2 })).toMatchObject({ sheet: 2, rows: 0, header: null });
    expect(await faultOf(inspectFile(fileOf(book, "xlsx"), { sheet: 9 }))).toEqual({ code: "file-no-sheet" });
  });

  it("begins with a sheet that is shown and filled", async () => {
    const sheet =
      '<worksheet><dimension ref="A1:B2"/><sheetData><row r="1"><c><v>1</v></c></row></sheetData></worksheet>';
    const path = fileOf(
      workbookOf({
        before: '<dimension ref="A1"/>',
        more: [
          { name: "a", state: "hidden", xml: sheet },
          { name: "b", xml: sheet },
        ],
      }),
      "xlsx",
    );
    expect(await inspectFile(path)).toMatchObject({ sheet: 2, rows: 1 });
    expect(await faultOf(inspectFile(fileOf(workbookOf({}), "xlsx")))).toEqual({ code: "file-empty" });
  });
});
