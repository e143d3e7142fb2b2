import { describe, expect, it } from "vitest";
import type { Cell } from "@/lib/domain/import/cell";
import { readRowBatches } from "@/lib/io/spreadsheet/read-rows";
import { cellsOf, faultOf, fileOf, rowsOf } from "./files";
import { type Book, partsOf, workbookOf, zipOf } from "./workbooks";

const xlsx = (book: Book) => fileOf(workbookOf(book), "xlsx");
const styles = (...formats: (number | string)[]) => {
  const own = formats.filter((format) => typeof format === "string");
  const id = (format: number | string) => (typeof format === "number" ? format : 164 + own.indexOf(format));
  const codes = own.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
  );
  const used = formats.map((format) => `<xf numFmtId="${id(format)}"/>`).join("");
  return `<numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${used}</cellXfs>`;
};

describe("R46 the cells of a workbook", () => {
  it("are texts, numbers, yes and no, errors and formulas", async () => {
    const path = xlsx({
      strings: ["<t>Ромашка &amp; Ко</t>", "<r><t>два </t></r><r><rPr/><t>слова</t></r><rPh><t>чтение</t></rPh>"],
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in &lt;line&gt;</t></is></c>
        <c r="D1"><v>12.5</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><v>#REF!</v></c>
        <c r="G1"><f>SUM(D1:D9)</f><v>7</v></c><c r="H1" t="str"><f>A1</f><v>text</v></c>
        <c r="I1"><f>NOW()</f></c><c r="J1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
    });
    expect(await cellsOf(path)).toEqual([
      [
        "Ромашка & Ко",
        "два слова",
        "in <line>",
        12.5,
        true,
        { error: "#REF!" },
        { formula: "SUM(D1:D9)", value: 7 },
        { formula: "A1", value: "text" },
        { formula: "NOW()", value: null },
        { formula: "1/0", value: { error: "#DIV/0!" } },
      ],
    ]);
  });

  it("that share a formula all tell it", async () => {
    const rows = `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row>
      <row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>`;
    expect(await cellsOf(xlsx({ rows }))).toEqual([[{ formula: "B1*2", value: 2 }], [{ formula: "B1*2", value: 4 }]]);
  });

  it.each<[number | string, number, Cell]>([
    [14, 45292, { date: "2024-01-01" }],
    [22, 45292.75, { date: "2024-01-01T18:00:00" }],
    ["dd.mm.yyyy", 45292, { date: "2024-01-01" }],
    ["[$-419]d mmm yyyy;@", 45292, { date: "2024-01-01" }],
    ["mmm yy", 45292, { date: "2024-01-01" }],
    ["dd.mm.yyyy", 60, { date: "1900-02-29" }],
    ["dd.mm.yyyy", 61, { date: "1900-03-01" }],
    ["dd.mm.yyyy", 0.5, 0.5],
    ["dd.mm.yyyy", -3, -3],
    ["[h]:mm", 45292, 45292],
    [9, 0.25, { percent: 0.25 }],
    ["0.0%", 0.125, { percent: 0.125 }],
    ['0"%"', 25, 25],
    ['# ##0.00 "руб."', 5, 5],
    ["General", 45292, 45292],
    [2, 1.5, 1.5],
  ])("with the format %s and the number %d are %j", async (format, number, cell) => {
    const rows = `<row r="1"><c r="A1" s="1"><v>${number}</v></c></row>`;
    expect(await cellsOf(xlsx({ rows, styles: styles(0, format) }))).toEqual([[cell]]);
  });

  it("count their days from 1904 where the workbook does", async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>43830</v></c><c r="B1" s="1"><v>0</v></c></row>';
    const path = xlsx({ rows, styles: styles(0, 14), date1904: true });
    expect(await cellsOf(path)).toEqual([[{ date: "2024-01-01" }, { date: "1904-01-01" }]]);
  });

  it("keep what XML cannot hold, and take nothing for an escape that is none", async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b _x005F_x000D_ &#1071;&#x42F;</t></is></c>
      <c r="B1" t="inlineStr"><is><t><![CDATA[<b> & "c"]]></t></is></c><!-- <c r="C1"><v>9</v></c> --></row>`;
    expect(await cellsOf(xlsx({ rows }))).toEqual([["a\rb _x000D_ ЯЯ", '<b> & "c"']]);
  });

  it("stand where they say, whatever extent the sheet claims", async () => {
    const rows = '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row>';
    const [row] = await rowsOf(xlsx({ rows, before: '<dimension ref="A1:XFD1048576"/>' }));
    expect(row?.row).toBe(3);
    expect(row?.cells).toHaveLength(27);
    expect([row?.cells[0], row?.cells[1], row?.cells[26]]).toEqual([null, 1, 2]);
  });

  it("may leave out their places, and have prefixes and single quotes", async () => {
    const rows =
      "<x:row><x:c><x:v>1</x:v></x:c><x:c t = 'str'><x:v>a>b</x:v></x:c></x:row><row r='7' ht='>'><c><v>3</v></c></row>";
    expect(await rowsOf(xlsx({ rows }))).toEqual([
      { row: 1, cells: [1, "a>b"] },
      { row: 7, cells: [3] },
    ]);
  });

  it("are of the sheet that was asked for", async () => {
    const sheet = (value: number) =>
      `<worksheet><sheetData><row r="1"><c r="A1"><v>${value}</v></c></row></sheetData></worksheet>`;
    const path = xlsx({
      more: [
        { name: "Два", xml: sheet(2) },
        { name: "Три", xml: sheet(3), state: "veryHidden" },
      ],
    });
    expect(await cellsOf(path, { sheet: 1 })).toEqual([[2]]);
    expect(await cellsOf(path, { sheet: 2 })).toEqual([[3]]);
    expect(await faultOf(cellsOf(path, { sheet: 3 }))).toEqual({ code: "file-no-sheet" });
  });

  it("are read over a million empty rows, which are not handed out", async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}" spans="1:3" ht="15" s="4"/>`).join(
      "",
    );
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${empty}<row r="1048576"><c r="A1048576"><v>2</v></c><c r="B1048576" s="1"/></row>`;
    expect(await rowsOf(xlsx({ rows }))).toEqual([
      { row: 1, cells: [1] },
      { row: 1_048_576, cells: [2] },
    ]);
  }, 30_000);

  it("are handed out while the rest is still packed, and reading stops with its reader", async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    );
    const path = xlsx({ rows: `${rows.join("")}<row` }); // broken at its end, which is never reached
    const batches = readRowBatches(path);
    expect((await batches.next()).value?.length).toBeLessThan(10_000);
    await batches.return(undefined);
    expect(await faultOf(rowsOf(path))).toEqual({ code: "file-damaged" });
  });
});

describe("R46 a workbook that is damaged or wants to do harm", () => {
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>';

  it.each<[string, Book, object]>([
    [
      "a row that goes back",
      { rows: '<row r="5"/><row r="3"><c r="A3"><v>1</v></c></row>' },
      { code: "file-damaged", row: 6 },
    ],
    ["a row beyond the last", { rows: '<row r="1048577"/>' }, { code: "file-damaged", row: 1 }],
    [
      "a column beyond the last",
      { rows: '<row r="1"><c r="XFE1"><v>1</v></c></row>' },
      { code: "bomb-columns", row: 1 },
    ],
    [
      "a column that is none",
      { rows: '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>' },
      { code: "bomb-columns", row: 1 },
    ],
    ["entities of its own", { rows: row, before: "<!DOCTYPE x [<!ENTITY a 'b'>]>" }, { code: "file-damaged" }],
    ["XML that ends too soon", { rows: `${row}<row r="2"><c r="A2" ` }, { code: "file-damaged" }],
    ["more than it claims", { rows: row, claimed: 50 }, { code: "file-damaged" }],
    ["less than it claims", { rows: row, claimed: 5000 }, { code: "file-damaged" }],
  ])("%s is refused", async (_, book, fault) => {
    expect(await faultOf(rowsOf(xlsx(book)))).toMatchObject(fault);
  });

  it("cut off, or with a byte turned, it is damaged", async () => {
    const whole = workbookOf({
      rows: row,
      extra: [{ name: "media", content: "x".repeat(500), stored: true }],
    });
    expect(await faultOf(rowsOf(fileOf(whole.subarray(0, whole.length - 30), "xlsx")))).toEqual({
      code: "file-damaged",
    });
    const sheet = partsOf({ rows: row });
    const turned = Buffer.from(zipOf(sheet.map((part) => ({ ...part, stored: true }))));
    turned.write("7", turned.indexOf("<v>1</v>") + 3);
    expect(await faultOf(rowsOf(fileOf(turned, "xlsx")))).toEqual({ code: "file-damaged" });
  });

  it("a bomb is refused by its claim, before it is unpacked", async () => {
    const rows = "<row/>".repeat(3_000_000);
    const path = xlsx({ rows });
    expect(await faultOf(rowsOf(path))).toEqual({ code: "bomb-ratio", values: { found: 19, packed: 1 } });
    expect(await faultOf(rowsOf(path, { limits: { partBytes: 10_000_000 } }))).toMatchObject({ code: "bomb-size" });
  });

  it("a bomb of strings is refused, by its size and by their number", async () => {
    const path = xlsx({ rows: row, strings: Array.from({ length: 2000 }, (_, at) => `<t>${at}</t>`) });
    expect(await faultOf(rowsOf(path, { limits: { strings: 1000 } }))).toMatchObject({ code: "bomb-strings" });
    expect(await faultOf(rowsOf(path, { limits: { stringBytes: 1000 } }))).toMatchObject({ code: "bomb-size" });
    expect(await rowsOf(path)).toHaveLength(1);
  });

  it("rows that are wide for a single cell cannot fill the memory", async () => {
    const rows = Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`);
    expect(await faultOf(rowsOf(xlsx({ rows: rows.join("") })))).toMatchObject({ code: "bomb-cells", row: 124 });
  });

  it("a cell of unending text is refused where it stands", async () => {
    const rows = `<row r="1"/><row r="2"><c r="C2" t="inlineStr"><is><t>${"ы".repeat(100_001)}</t></is></c></row>`;
    expect(await faultOf(rowsOf(xlsx({ rows })))).toMatchObject({ code: "bomb-cell", row: 2, column: 2 });
    const tag = `<row r="1"><c r="A1" t="${"x".repeat(2_000_000)}"/></row>`;
    expect(await faultOf(rowsOf(xlsx({ rows: tag })))).toMatchObject({ code: "bomb-cell" });
    const strings = [`<t>${"ы".repeat(100_001)}</t>`];
    expect(await faultOf(rowsOf(xlsx({ rows: row, strings })))).toMatchObject({ code: "bomb-cell" });
  });

  it("too many files in the archive are refused unread", async () => {
    const extra = Array.from({ length: 50 }, (_, at) => ({ name: `junk/${at}`, content: "" }));
    expect(await faultOf(rowsOf(xlsx({ rows: row, extra }), { limits: { entries: 20 } }))).toMatchObject({
      code: "bomb-entries",
    });
  });
});
