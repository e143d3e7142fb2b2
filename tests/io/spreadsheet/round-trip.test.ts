import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { Cell } from "@/lib/domain/import/cell";
import type { ExportColumn, ExportValue } from "@/lib/io/spreadsheet/export-column";
import { neutralText, restoredText } from "@/lib/io/spreadsheet/neutral-text";
import { writeCsv } from "@/lib/io/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/io/spreadsheet/write-xlsx";
import { cellsOf, fileOf } from "./files";

const columns: ExportColumn[] = [
  { header: "Клиент", type: "text" },
  { header: "Сумма", type: "money", exponent: 2 },
  { header: "Кол-во", type: "number" },
  { header: "Доля", type: "percent" },
  { header: "День", type: "day" },
  { header: "Активен", type: "boolean", yes: "да", no: "нет" },
];
const row: ExportValue[] = ["=1+1", -123456n, "1.5", "0.125", "2026-01-31", true];

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer());
}

const csv = (rows: ExportValue[][], locale: "en" | "ru", of = columns) => bytesOf(writeCsv(rows, of, locale));
const xlsx = (rows: ExportValue[][], of = columns, locale: "en" | "ru" = "ru") =>
  bytesOf(writeXlsx(rows, of, { name: "Клиенты", locale }));

const header = columns.map((column) => column.header);
const formulaStart = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "'",
  "''=",
  "'-",
  '"',
  ";",
  ",",
  "\n",
  "\r\n",
  " ",
);
const anyText = fc
  .tuple(
    fc.option(formulaStart, { nil: "" }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.option(formulaStart, { nil: "" }),
  )
  .map((parts) => parts.join(""))
  .filter((text) => !/\p{Surrogate}/u.test(text));

describe("R46 a table as CSV", () => {
  it("is what Excel of that language opens: mark, delimiter, decimals; and no cell begins a formula", async () => {
    const russian = "\ufeffКлиент;Сумма;Кол-во;Доля;День;Активен\r\n'=1+1;-1234,56;1,5;12,5%;2026-01-31;да\r\n";
    const english = "\ufeffКлиент,Сумма,Кол-во,Доля,День,Активен\r\n'=1+1,-1234.56,1.5,12.5%,2026-01-31,да\r\n";
    expect((await csv([row], "ru")).toString()).toBe(russian);
    expect((await csv([row], "en")).toString()).toBe(english);
  });

  it("comes back as it was, and written again is the same to the byte", { timeout: 30_000 }, async () => {
    const texts: ExportColumn[] = [
      { header: "=header", type: "text" },
      { header: "b", type: "text" },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }),
        fc.constantFrom("en", "ru"),
        async (rows, locale) => {
          const written = await csv(rows, locale, texts);
          const [first = [], ...back] = await cellsOf(fileOf(written), {
            encoding: "utf-8",
            delimiter: locale === "ru" ? ";" : ",",
          });
          const filled = rows.filter((cells) => cells.some((text) => text.trim() !== ""));
          expect([first, ...back]).toEqual([
            ["=header", "b"],
            ...filled.map((cells) => cells.map((text) => text || null)),
          ]);
          expect(await csv(back as ExportValue[][], locale, texts)).toEqual(await csv(filled, locale, texts));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has no text that a spreadsheet program would run", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(neutralText(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(restoredText(neutralText(text))).toBe(text);
      }),
    );
    expect(["+7 495", "'+7", "'quoted'", "a=b"].map(neutralText)).toEqual(["'+7 495", "''+7", "'quoted'", "a=b"]);
  });

  it("takes rows as they are read, and lets its source go when the reader leaves", async () => {
    const seen = { taken: 0, closed: false };
    async function* source() {
      try {
        for (; ; seen.taken++) yield row;
      } finally {
        seen.closed = true;
      }
    }
    const reader = writeCsv(source(), columns, "en").getReader();
    await reader.read();
    await reader.read();
    await reader.cancel();
    expect(seen.taken).toBeLessThan(2000);
    expect(seen.closed).toBe(true);
  });

  it("refuses a value that is not of its column, which could bring a formula in", async () => {
    for (const [at, value] of [
      [1, "=1"],
      [2, "=1"],
      [3, "1,5"],
      [4, "01.02.2026"],
      [5, "да"],
      [0, 5],
    ] as const) {
      await expect(csv([columns.map((_, index) => (index === at ? value : null))], "en")).rejects.toThrow(/is no/);
    }
  });
});

describe("R46 a table as a workbook", () => {
  it("has typed cells: texts, money, numbers, shares, days, yes and no", async () => {
    expect(await cellsOf(fileOf(await xlsx([row])))).toEqual([
      header,
      ["=1+1", -1234.56, 1.5, { percent: 0.125 }, { date: "2026-01-31" }, true],
    ]);
  });

  it("looks like one: a header in bold that stays, widths, formats, texts as texts", async () => {
    const [sheet] = (await readXlsx(await xlsx([row]), { readStyles: true })).sheets;
    expect(sheet?.name).toBe("Клиенты");
    expect(sheet?.freezePane?.rows).toBe(1);
    const style = (place: string) => sheet?.cells?.get(place)?.style;
    expect(header.map((_, column) => style(`0,${column}`)?.font?.bold)).toEqual(header.map(() => true));
    expect(header.map((_, column) => style(`1,${column}`)?.font?.bold ?? false)).toEqual(header.map(() => false));
    expect(header.map((_, column) => style(`1,${column}`)?.numFmt)).toEqual([
      "@",
      "#,##0.00",
      "General",
      "0.00%",
      "dd.mm.yyyy",
      "@",
    ]);
    expect(sheet?.cells?.get("1,0")?.formula).toBeUndefined();
  });

  it("gives back every text, whatever XML thinks of it", { timeout: 30_000 }, async () => {
    const texts: ExportColumn[] = [{ header: "t", type: "text" }];
    const strange = fc.oneof(
      anyText,
      fc.constantFrom("_x000D_", "a_x0041_b", "\u0001\u0008", "<&>", "]]>", "\ufffe", " \n "),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(strange, { maxLength: 8 }), async (values) => {
        const back = await cellsOf(
          fileOf(
            await xlsx(
              values.map((text) => [text]),
              texts,
            ),
          ),
        );
        const filled = values.filter((text) => text.trim() !== "");
        expect(back).toEqual([["t"], ...filled.map((text) => [text])]);
      }),
      { numRuns: 60 },
    );
  });

  it("gives back every amount and day exactly", { timeout: 30_000 }, async () => {
    const of: ExportColumn[] = [columns[1], columns[4]].filter((column) => column !== undefined);
    const amount = fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n);
    const day = fc
      .integer({ min: 0, max: 73_000 })
      .map((days) => new Date(Date.UTC(1900, 2, 1 + days)).toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(amount, day), { minLength: 1, maxLength: 10 }), async (rows) => {
        const [, ...back] = await cellsOf(fileOf(await xlsx(rows, of)));
        expect(back).toEqual(rows.map(([minor, date]): Cell[] => [Number(minor) / 100, { date }]));
      }),
      { numRuns: 40 },
    );
  });

  it("keeps exact what no double holds: as text", async () => {
    const of: ExportColumn[] = [
      { header: "m", type: "money", exponent: 2 },
      { header: "d", type: "day" },
      { header: "n", type: "number" },
    ];
    const back = await cellsOf(fileOf(await xlsx([[12345678901234567n, "1900-02-28", "0.1234567890123456"]], of)));
    expect(back[1]).toEqual(["123456789012345.67", "1900-02-28", "0.1234567890123456"]);
  });

  it("shortens a text that Excel could not open, and a sheet's name", async () => {
    const long = await cellsOf(
      fileOf(
        await bytesOf(
          writeXlsx([["x".repeat(40_000)]], [{ header: "t", type: "text" }], {
            name: "Отчёт: [2026]/январь и ещё много слов подряд",
            locale: "ru",
          }),
        ),
      ),
    );
    expect(long[1]?.[0]).toHaveLength(32_767);
  });
});
