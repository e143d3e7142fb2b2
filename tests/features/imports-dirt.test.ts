import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refusal } from "@/lib/access/refusal";
import { faultText } from "@/lib/features/imports/fault-text";
import { FileFault } from "@/lib/io/spreadsheet/file-fault";
import { fileOf, type ImportHouse, openImports } from "./imports-house";

const header = "Документ;Строка;Дата;Клиент;Товар;Количество;Сумма;Продавец";
const good = "Д-1;1;15.01.2026;К-1;Т-1;2;100,00;";
const csv = (...rows: string[]) => `${[header, ...rows].join("\n")}\n`;
const cp1251 = (text: string) =>
  Uint8Array.from(
    [...text].map((char) => {
      const code = char.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code < 128 ? code : 0x3f;
    }),
  );

type Dirt = [what: string, content: string | Uint8Array, found: string[]];

// One row is good in each; what is found is "row field code".
const rowDirt: Dirt[] = [
  ["31 February", csv(good, "Д-2;1;31.02.2026;К-1;Т-1;1;5,00;"), ["3 day day-none"]],
  ["a word for a day", csv(good, "Д-2;1;вчера;К-1;Т-1;1;5,00;"), ["3 day day-invalid"]],
  ["a day to come", csv(good, "Д-2;1;01.02.2027;К-1;Т-1;1;5,00;"), ["3 day day-future"]],
  ["a day long ago", csv(good, "Д-2;1;01.02.1926;К-1;Т-1;1;5,00;"), ["3 day day-old"]],
  ["no day", csv(good, "Д-2;1;;К-1;Т-1;1;5,00;"), ["3 day required"]],
  ["an unknown client", csv(good, "Д-2;1;15.01.2026;К-9;Т-1;1;5,00;"), ["3 client client-unknown"]],
  ["a client's name that two have", csv(good, "Д-2;1;15.01.2026;Двойник;Т-1;1;5,00;"), ["3 client client-ambiguous"]],
  ["no client", csv(good, "Д-2;1;15.01.2026;-;Т-1;1;5,00;"), ["3 client required"]],
  ["an unknown product", csv(good, "Д-2;1;15.01.2026;К-1;Т-9;1;5,00;"), ["3 product product-unknown"]],
  ["an unknown seller", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;5,00;Никто"), ["3 seller seller-unknown"]],
  ["a word for an amount", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;много;"), ["3 amount amount-invalid"]],
  ["no amount", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;;"), ["3 amount required"]],
  ["per cent for an amount", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;5%;"), ["3 amount amount-percent"]],
  ["a shortened number", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;1,5E+07;"), ["3 amount amount-exponent"]],
  ["an amount without end", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;99999999999999999999;"), ["3 amount amount-large"]],
  ["dollars without a rate", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;$5.00;"), ["3 rate rate-missing"]],
  ["seven digits of a quantity", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1,1234567;5,00;"), ["3 quantity quantity-scale"]],
  ["the same line twice", csv(good, "Д-1;1;16.01.2026;К-1;Т-1;1;5,00;"), ["3 document duplicate-in-file"]],
  ["no document", csv(good, ";1;15.01.2026;К-1;Т-1;1;5,00;"), ["3 document required"]],
  ["half a row", csv(good, "Д-2;1;15.01"), ["3  row-short", "3 client required", "3 day day-invalid"]],
  ["a row with more cells than columns", csv(good, "Д-2;1;15.01.2026;К-1;Т-1;1;5,00;;;лишнее"), ["3  row-long"]],
  ["a lost character", csv(good, "Д-2;1;15.01.2026;К\ufffd1;Т-1;1;5,00;"), ["3  replaced-character"]],
  [
    "a document whose digits the spreadsheet lost",
    csv(good, "4,60701E+12;1;15.01.2026;К-1;Т-1;1;5,00;"),
    ["3 document text-digits-lost"],
  ],
  [
    "an injection",
    csv(good, `Д-2;1;15.01.2026;"'); drop table sale_line; --";Т-1;1;5,00;`),
    ["3 client client-unknown"],
  ],
  [
    "several faults in one row",
    csv(good, "Д-2;1;32.13.2026;К-1;Т-1;x;y;"),
    ["3 amount amount-invalid", "3 day day-none", "3 quantity amount-invalid"],
  ],
];

const clean: [what: string, content: string | Uint8Array][] = [
  ["a windows-1251 file", cp1251(csv(good))],
  ["a byte order mark", `\ufeff${csv(good)}`],
  ["titles above the table", `Отчёт о продажах;;;;;;;\nза январь;;;;;;;\n${csv(good)}`],
  ["a totals row at the end", csv(good, "Итого;;;;;2;100,00;")],
  ["empty rows", csv(good, ";;;;;;;", "", ";;;;;;;")],
  ["figures with spaces, a sign of the rouble and a dash for nothing", csv(`Д-1;1;15.01.2026;К-1;Т-1;2;"100,00 ₽";-`)],
];

describe("dirt", () => {
  let here: ImportHouse;
  beforeAll(async () => {
    here = await openImports();
    const { house } = here;
    for (const [code, name] of [
      ["К-1", "Ромашка"],
      ["К-2", "Двойник"],
      ["К-3", "Двойник"],
    ])
      await house.row("client", { code, kind: "company", name, name_key: name?.toLowerCase() });
    await house.row("product", { code: "Т-1", name: "Товар" });
  });
  afterAll(() => here.house.close());

  const written = () =>
    here.house.rows<{ document: string; amount: string }>(
      "select document, amount::text from sale_line order by document, line",
      [],
    );

  it.each(rowDirt)(
    "%s: the row says it in both languages, and the good row goes in alone",
    async (_, content, found) => {
      await here.house.owner.query("delete from sale_line");
      const done = await here.load({ kind: "sales", path: fileOf(content) });
      const problems = await here.house.rows<{
        said: string;
        code: string;
        value: string | null;
        detail: Record<string, string> | null;
      }>(
        "select row_no || ' ' || field || ' ' || code as said, code, value, detail from stage.import_problem where import_id = $1 order by 1",
        [done.id],
      );
      expect(problems.map(({ said }) => said).sort()).toEqual([...found].sort());
      for (const problem of problems) {
        const [en, ru] = [faultText("en", problem), faultText("ru", problem)];
        expect(en).toMatch(/^[“A-Z\d].*\.$/u);
        expect(ru).toMatch(/[а-яё]{3}/i);
        expect(`${en}${ru}`).not.toMatch(/faults\.|\{|undefined/);
      }
      expect(done).toMatchObject({ status: "done", result: { rows: 2, faulty: 1, create: 1 } });
      expect(await written()).toEqual([{ document: "Д-1", amount: "10000" }]);
    },
  );

  it.each(clean)("%s is no fault", async (_, content) => {
    await here.house.owner.query("delete from sale_line");
    expect(await here.load({ kind: "sales", path: fileOf(content) })).toMatchObject({
      status: "done",
      result: { create: 1, faulty: 0 },
    });
    expect(await written()).toEqual([{ document: "Д-1", amount: "10000" }]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", "file-empty"],
    ["a PDF", "%PDF-1.7 …", "file-pdf"],
    ["a web page", "<html><table><tr><td>1</td></tr></table></html>", "file-html"],
    [
      "an old workbook",
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
      "file-old-excel",
    ],
    ["half an archive", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), "file-damaged"],
  ])("%s is refused as a whole", async (_, content, code) => {
    const tried = here.load({ kind: "sales", path: fileOf(content) });
    await expect(tried).rejects.toThrow(FileFault);
    await expect(tried).rejects.toMatchObject({ fault: { code } });
  });

  it("a quotation mark that is never closed ends the import, and nothing of it is written", async () => {
    await here.house.owner.query("delete from sale_line");
    const rows = Array.from({ length: 3000 }, (_, at) => `Д-${at};1;15.01.2026;К-1;Т-1;1;5,00;`);
    const tried = here.load({ kind: "sales", path: fileOf(csv(...rows, 'Д-x;1;15.01.2026;"К-1;Т-1;1;5,00;')) });
    await expect(tried).rejects.toMatchObject({ fault: { code: "quote-open" } });
    expect(await written()).toEqual([]);
  });

  it("a table without the columns that are needed is refused, naming them", async () => {
    const tried = here.load({ kind: "sales", path: fileOf("Имя;Телефон\nИван;5\n") });
    await expect(tried).rejects.toThrow(Refusal);
    await expect(tried).rejects.toMatchObject({
      more: { fields: { document: "import-columns-missing", day: "import-columns-missing" } },
    });
  });

  it("two columns of one field are refused", async () => {
    const map = { Документ: "document", Строка: "document" };
    await expect(here.load({ kind: "sales", path: fileOf(csv(good)), map })).rejects.toMatchObject({
      more: { fields: { document: "column-twice" } },
    });
  });

  it("replacing a period is refused while a row of it has a fault", async () => {
    const path = fileOf(csv(good, "Д-2;1;15.01.2026;К-9;Т-1;1;5,00;"));
    const done = await here.load({ kind: "sales", path, options: { replacePeriod: true } });
    expect(done).toMatchObject({ status: "failed", error: '{"code":"import-faulty-rows"}' });
    expect(await written()).toEqual([]);
  });
});
