import { describe, expect, it } from "vitest";
import { delimiters } from "@/lib/io/spreadsheet/delimiter";
import { inspectFile } from "@/lib/io/spreadsheet/inspect-file";
import { sourceForm } from "@/lib/io/spreadsheet/source-form";
import type { Encoding } from "@/lib/io/spreadsheet/text-encoding";
import { cellsOf, encoded, faultOf, fileOf, rowsOf } from "./files";

const table = "Клиент;Город;Сумма\r\nООО Ромашка;Ёлкино;1 234,56\r\nЗАО Щука;Омск;7\r\n";
const cells = [
  ["Клиент", "Город", "Сумма"],
  ["ООО Ромашка", "Ёлкино", "1 234,56"],
  ["ЗАО Щука", "Омск", "7"],
];
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");

describe("R46 the encoding of a text file", () => {
  it.each<[string, Uint8Array, Encoding, boolean]>([
    ["UTF-8", Buffer.from(table), "utf-8", true],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${table}`), "utf-8", true],
    ["windows-1251", encoded(table, "windows-1251"), "windows-1251", false],
    ["IBM 866", encoded(table, "ibm866"), "ibm866", false],
    ["UTF-16 with a mark", utf16(table, true), "utf-16le", true],
    ["UTF-16 without a mark", utf16(table, false), "utf-16le", true],
    ["UTF-16 the other way round", utf16(table, true).swap16(), "utf-16be", true],
    ["UTF-16 the other way round, no mark", utf16(table, false).swap16(), "utf-16be", true],
  ])("%s is found", async (_, bytes, used, sure) => {
    const path = fileOf(bytes);
    expect((await inspectFile(path)).encoding).toEqual({ used, sure });
    expect(await cellsOf(path)).toEqual(cells);
  });

  it("KOI8-R and windows-1252 are found by their letters", async () => {
    const koi = Buffer.from(
      "ebccc9c5ce543beecfd7cfd3c9c2c9d2d3cb0aedcfd3cbd7c13bf2cfd3d3c9d10a".replace("54", "d4"),
      "hex",
    );
    expect(await cellsOf(fileOf(koi))).toEqual([
      ["Клиент", "Новосибирск"],
      ["Москва", "Россия"],
    ]);
    const latin = Buffer.from("Name;City\nMüller;Köln\nJosé;Málaga\nBjörk;São Paulo\n", "latin1");
    expect((await inspectFile(fileOf(latin))).encoding?.used).toBe("windows-1252");
    expect((await cellsOf(fileOf(latin)))[3]).toEqual(["Björk", "São Paulo"]);
  });

  it("capitals alone are Russian too", async () => {
    const path = fileOf(encoded("ФАМИЛИЯ;ГОРОД\nИВАНОВ;МОСКВА\n", "windows-1251"));
    expect((await inspectFile(path)).encoding?.used).toBe("windows-1251");
  });

  it("is found by letters that stand far behind a long Latin part", async () => {
    const path = fileOf(
      Buffer.concat([Buffer.from("id;name\n1;abc\n".repeat(30_000)), encoded("2;Щука и Ёж\n", "windows-1251")]),
    );
    expect((await inspectFile(path)).encoding?.used).toBe("windows-1251");
  });

  it("plain ASCII is read as UTF-8 and not called sure", async () => {
    expect((await inspectFile(fileOf("a,b\n1,2\n"))).encoding).toEqual({ used: "utf-8", sure: false });
  });

  it("a letter on the border of two pieces stays whole", async () => {
    const text = `${"я".repeat(200_001)}`;
    expect(await cellsOf(fileOf(`x${text};б`), { delimiter: ";" })).toEqual([[`x${text}`, "б"]]);
  });

  it("bytes that are no UTF-8 are told with their row", async () => {
    const good = `Клиент;Сумма\n${"Ромашка;1\n".repeat(40_000)}`;
    const path = fileOf(
      Buffer.concat([Buffer.from(good), Buffer.from([0xcf, 0xf0, 0xe8]), Buffer.from(";2\nЩука;3\n")]),
    );
    expect(await faultOf(rowsOf(path))).toEqual({ code: "encoding-broken", row: 40_002 });
    expect(await faultOf(inspectFile(path))).toEqual({ code: "encoding-broken", row: 40_002 });
    const cut = fileOf(Buffer.concat([Buffer.from("a;Клиент\nb;"), Buffer.from([0xd0])]));
    expect(await faultOf(rowsOf(cut))).toEqual({ code: "encoding-broken", row: 2 });
  });

  it("a file with an encoding that a person chose is read with it", async () => {
    expect((await cellsOf(fileOf(table), { encoding: "windows-1251" }))[2]?.[2]).toBe("7");
  });
});

describe("R46 the delimiter of a text file", () => {
  it.each(delimiters)("%j is found", async (delimiter) => {
    const path = fileOf(
      [
        ["Client", "City", "Sum"],
        ["A", "B", "1"],
      ]
        .map((row) => row.join(delimiter))
        .join("\n"),
    );
    expect((await inspectFile(path)).delimiter).toBe(delimiter);
  });

  it.each([
    ["decimal commas in every row", "Клиент;Сумма\nРомашка;1,5\nЩука;2,5\n", ";"],
    ["a comma inside quotes", '"Name, first";City\n"Ann, B.";Omsk\n', ";"],
    ["a title above the table", "Отчёт\n\nКлиент\tСумма\nРомашка\t1\nЩука\t2\n", "\t"],
    ["one column", "Клиент\nРомашка\nЩука\n", ","],
    ["Excel's own line", "sep=|\na;b|c;d\n", "|"],
    ["a quotation that is not closed", 'a;b\nc;d\n"e;f', ";"],
  ])("with %s", async (_, text, delimiter) => {
    const path = fileOf(text);
    expect(await sourceForm(path)).toMatchObject({ delimiter });
  });

  it("Excel's own line is no row", async () => {
    expect(await rowsOf(fileOf("sep=;\r\nКлиент;Сумма\r\n"))).toEqual([{ row: 1, cells: ["Клиент", "Сумма"] }]);
  });
});

describe("R46 the rows of a text file", () => {
  it("may hold quotes, delimiters and line ends inside quotes", async () => {
    const path = fileOf('a;b\r\n"x;y";"line\r\nbreak"\r\n"he said ""hi""";""\r\n');
    expect(await cellsOf(path)).toEqual([
      ["a", "b"],
      ["x;y", "line\r\nbreak"],
      ['he said "hi"', null],
    ]);
  });

  it.each([["\n"], ["\r\n"], ["\r"]])("end with %j", async (end) => {
    expect(await cellsOf(fileOf(["a;b", "c;d", ""].join(end)))).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(await cellsOf(fileOf(['a;"b"', "c;d"].join(end)))).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("keep their numbers over empty rows, which are left out", async () => {
    expect(await rowsOf(fileOf("a;b\n\n;\n ; \nc;d"))).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 5, cells: ["c", "d"] },
    ]);
    expect((await rowsOf(fileOf('"a";b\n\n;\nc;d'))).map(({ row }) => row)).toEqual([1, 4]);
  });

  it("are the same whether or not a quote stands among them, over the borders of pieces too", async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `строка ${at};значение ${at % 7}`);
    const plain = await rowsOf(fileOf(lines.join("\r\n")));
    const quoted = await rowsOf(fileOf([...lines.slice(0, 15_000), '"q";z', ...lines.slice(15_001)].join("\r\n")));
    expect(plain).toHaveLength(30_000);
    expect(quoted.filter(({ row }) => row !== 15_001)).toEqual(plain.filter(({ row }) => row !== 15_001));
    expect(quoted[15_000]).toEqual({ row: 15_001, cells: ["q", "z"] });
  });

  it("of another width are told and left as they are", async () => {
    const rows = await rowsOf(fileOf("a;b;c\n1;2;3;;\n1;2\n1;2;3;4\n"), { width: 3, delimiter: ";" });
    expect(rows.map(({ cells: found, faults }) => [found.length, faults?.[0]])).toEqual([
      [3, undefined],
      [5, undefined],
      [2, { code: "row-short", values: { expected: 3, found: 2 } }],
      [4, { code: "row-long", values: { expected: 3, found: 4 } }],
    ]);
  });

  it("with NUL or a lost character are told with their column", async () => {
    const rows = await rowsOf(fileOf("a;b\n1;x\0y\nz\ufffd;2\n"));
    expect(rows.map(({ faults }) => faults)).toEqual([
      undefined,
      [{ code: "nul", column: 1 }],
      [{ code: "replaced-character", column: 0 }],
    ]);
  });

  it("with quotes out of place are read as they stand, and told", async () => {
    const text = 'Клиент;Сумма\n"Щука";1\nООО "Ромашка";2\n"Лютик" ООО;3\n"a;b";4\n';
    expect(await rowsOf(fileOf(text))).toEqual([
      { row: 1, cells: ["Клиент", "Сумма"] },
      { row: 2, cells: ["Щука", "1"] },
      { row: 3, cells: ['ООО "Ромашка"', "2"] },
      { row: 4, cells: ['"Лютик" ООО', "3"], faults: [{ code: "quote-odd", column: 0 }] },
      { row: 5, cells: ["a;b", "4"] },
    ]);
  });

  it("after a quote that is never closed are not guessed: the row where it opens is told", async () => {
    expect(await faultOf(rowsOf(fileOf('a;b\n1;2\n"3;4\n5;6\n')))).toEqual({ code: "quote-open", row: 3 });
    const swallowed = `a;b\n1;2\n"3;4\n${"5;6\n".repeat(400_000)}`;
    expect(await faultOf(rowsOf(fileOf(swallowed)))).toMatchObject({ code: "bomb-row", row: 3 });
  });

  it("of unending length or width are refused", async () => {
    expect(await faultOf(rowsOf(fileOf(`a;b\n${"x".repeat(1_400_000)}`), { delimiter: ";" }))).toMatchObject({
      code: "bomb-row",
      row: 2,
    });
    expect(await faultOf(rowsOf(fileOf(`a;b\n${";".repeat(17_000)}`)))).toMatchObject({ code: "bomb-columns", row: 2 });
  });

  it("begin behind the one that is named", async () => {
    expect((await rowsOf(fileOf("a;b\nc;d\ne;f\n"), { afterRow: 2 })).map(({ row }) => row)).toEqual([3]);
  });
});
