import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultText, reasonText } from "@/lib/features/imports/fault-text";
import { FileFault } from "@/lib/io/spreadsheet/file-fault";
import { workbookOf } from "@/tests/io/spreadsheet/workbooks";
import { fileOf, type ImportHouse, openImports } from "./imports-house";

// One workbook as people send them: two header lines with merged cells, a title, a totals row, formulas, a million empty rows, and a fault of
// every kind in between.

type Value = string | number | { formula: string; value?: string } | { error: string } | { bool: boolean };
type Line = Partial<Record<"A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L", Value | null>>;

const columns = [
  "document",
  "line",
  "day",
  "client",
  "product",
  "quantity",
  "price",
  "discount",
  "amount",
  "currency",
  "rate",
  "seller",
];
const good: Line = { B: "1", C: "15.01.2026", D: "К-1", E: "Т-1", F: 2, I: 100.5 };
const xmlText = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function cell(ref: string, value: Value): string {
  if (typeof value === "number") return `<c r="${ref}"><v>${value}</v></c>`;
  if (typeof value === "string")
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  if ("error" in value) return `<c r="${ref}" t="e"><v>${value.error}</v></c>`;
  if ("bool" in value) return `<c r="${ref}" t="b"><v>${value.bool ? 1 : 0}</v></c>`;
  return `<c r="${ref}"><f>${xmlText(value.formula)}</f>${value.value === undefined ? "" : `<v>${value.value}</v>`}</c>`;
}

const line = (row: number, cells: Line) =>
  `<row r="${row}">${Object.entries(cells)
    .flatMap(([column, value]) => (value === null || value === undefined ? [] : [cell(`${column}${row}`, value)]))
    .join("")}</row>`;

/** What is wrong, the cells that differ from a good line, and the faults: "field code". */
const dirt: [what: string, cells: Line, found: string[]][] = [
  ["31 February", { C: "31.02.2026" }, ["day day-none"]],
  ["a word for a day", { C: "вчера" }, ["day day-invalid"]],
  ["a serial number beyond all days", { C: 5_000_000 }, ["day day-range"]],
  ["a day to come", { C: "01.02.2027" }, ["day day-future"]],
  ["a day long ago", { C: "01.02.1926" }, ["day day-old"]],
  ["no day", { C: null }, ["day required"]],
  ["no document", { A: null }, ["document required"]],
  ["a document whose digits are lost", { A: 4.60701e21 }, ["document text-digits-lost"]],
  ["a text longer than the field", { A: "Д".repeat(130) }, ["document text-long"]],
  ["the same line again", { A: "Д-1" }, ["document duplicate-in-file"]],
  ["an unknown client", { D: "К-9" }, ["client client-unknown"]],
  ["a name that two clients have", { D: "Двойник" }, ["client client-ambiguous"]],
  ["a dash for the client", { D: "-" }, ["client required"]],
  ["an unknown product", { E: "Т-9" }, ["product product-unknown"]],
  ["a name that two products have", { E: "Повтор" }, ["product product-ambiguous"]],
  ["an unknown seller", { L: "Никто" }, ["seller seller-unknown"]],
  ["a name that two people have", { L: "Однофамилец" }, ["seller seller-ambiguous"]],
  ["a word for an amount", { I: "много" }, ["amount amount-invalid"]],
  ["a percentage for an amount", { I: "5%" }, ["amount amount-percent"]],
  ["a shortened number", { I: "1,5E+07" }, ["amount amount-exponent"]],
  ["an amount without end", { I: "99999999999999999999" }, ["amount amount-large"]],
  ["neither amount nor price", { I: null }, ["amount required"]],
  ["a formula without its value", { I: { formula: "F5*G5" } }, ["amount formula-no-value"]],
  ["an error of a formula", { I: { error: "#DIV/0!" } }, ["amount cell-error"]],
  ["yes for an amount", { I: { bool: true } }, ["amount amount-invalid"]],
  ["seven digits of a quantity", { F: 1.1234567 }, ["quantity quantity-scale"]],
  ["a word for a discount", { H: "скидка" }, ["discount percent-invalid"]],
  ["a currency that is none", { J: "фантики" }, ["currency currency-unknown"]],
  ["dollars in a line of roubles", { I: "$5.00", J: "RUB" }, ["amount currency-other"]],
  ["a currency without a rate", { J: "USD" }, ["rate rate-missing"]],
  ["SQL for a client", { D: "'); drop table sale_line; --" }, ["client client-unknown"]],
  ["HTML for a client", { D: "<img src=x onerror=alert(1)>" }, ["client client-unknown"]],
  ["a formula as text for a client", { D: "=cmd|' /C calc'!A0" }, ["client client-unknown"]],
  [
    "several faults in one row",
    { C: "32.13.2026", F: "x", I: "y" },
    ["amount amount-invalid", "day day-none", "quantity amount-invalid"],
  ],
];

const header = [
  line(1, { A: "Отчёт о продажах" }),
  line(3, { A: "Документ", D: "Кому и что", F: "Сколько", J: "Прочее" }),
  line(4, {
    A: "Номер",
    B: "Строка",
    C: "Дата",
    D: "Клиент",
    E: "Товар",
    F: "Количество",
    G: "Цена",
    H: "Скидка",
    I: "Сумма",
    J: "Валюта",
    K: "Курс",
    L: "Продавец",
  }),
].join("");
const merged =
  '<mergeCells count="4"><mergeCell ref="A3:C3"/><mergeCell ref="D3:E3"/><mergeCell ref="F3:I3"/><mergeCell ref="J3:L3"/></mergeCells>';

describe("R46 one workbook with thirty kinds of dirt", () => {
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
    await house.row("product", { code: "Т-2", name: "Повтор" });
    await house.row("product", { code: "Т-3", name: "Повтор" });
    await house.person("Однофамилец", "kam");
    await house.person("Однофамилец", "kam");
  });
  afterAll(() => here.house.close());

  const first = 6;
  const last = 1_048_576;
  const rows = [
    header,
    line(5, { ...good, A: "Д-1" }),
    ...dirt.map(([, cells], at) => line(first + at, { ...good, A: `Д-${first + at}`, ...cells })),
    // A formula with its value, then nothing for a million rows, one more line, and what sums them up.
    line(900, { ...good, A: "Д-2", I: { formula: "SUM(F5:G5)", value: "50.25" } }),
    line(last - 1, { ...good, A: "Д-3", C: 46037 }),
    line(last, { A: "Итого", F: 6, I: 251.25 }),
  ].join("");
  const load = (content: string, map: Record<string, string> | undefined, options = {}) =>
    here.load({ kind: "sales", path: fileOf(workbookOf({ rows: content, after: merged }), "dirt.xlsx"), map, options });
  const names = [
    "Документ Номер",
    "Документ Строка",
    "Документ Дата",
    "Кому и что Клиент",
    "Кому и что Товар",
    "Сколько Количество",
    "Сколько Цена",
    "Сколько Скидка",
    "Сколько Сумма",
    "Прочее Валюта",
    "Прочее Курс",
    "Прочее Продавец",
  ];
  const map = Object.fromEntries(names.map((name, at) => [name, columns[at] ?? ""]));
  const written = () => here.house.rows("select document, amount::text from sale_line order by document", []);

  it("each row says what is wrong with it, in both languages, and the good rows go in alone", async () => {
    expect(dirt.length).toBeGreaterThanOrEqual(30);
    const done = await load(rows, map);
    const problems = await here.house.rows<{
      row: number;
      said: string;
      code: string;
      value: string | null;
      detail: Record<string, string> | null;
    }>(
      "select row_no as row, field || ' ' || code as said, code, value, detail from stage.import_problem where import_id = $1 order by row_no, field, code",
      [done.id],
    );
    const found = dirt.map(([what], at) => [
      what,
      problems.filter(({ row }) => row === first + at).map(({ said }) => said),
    ]);
    expect(found).toEqual(dirt.map(([what, , expected]) => [what, expected]));
    for (const problem of problems) {
      const [en, ru] = [faultText("en", problem), faultText("ru", problem)];
      expect(en).toMatch(/^[“A-Z\d].*[.)]$/u);
      expect(ru).toMatch(/[а-яё]{3}/i);
      expect(`${en}${ru}`).not.toMatch(/faults\.|\{|undefined/);
    }
    expect(done).toMatchObject({
      status: "done",
      result: { rows: dirt.length + 3, skipped: 1, faulty: dirt.length, create: 3 },
    });
    expect(await written()).toEqual([
      { document: "Д-1", amount: "10050" },
      { document: "Д-2", amount: "5025" },
      { document: "Д-3", amount: "10050" },
    ]);
  }, 60_000);

  it("replacing the period with such a file writes nothing at all", async () => {
    const before = await written();
    const failed = await load(rows, map, { replacePeriod: true });
    expect(failed.status).toBe("failed");
    expect(reasonText("ru", failed.error)?.text).toMatch(/[а-яё]{3}/i);
    expect(await written()).toEqual(before);
  }, 60_000);

  it("a bomb is refused before it is unpacked, in both languages, and leaves no import behind", async () => {
    const bomb = workbookOf({ rows: line(1, { A: "Номер", B: "Дата" }) + "<row/>".repeat(4_000_000), after: merged });
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = await here.house.rows("select count(*)::int as n from import_run", []);
    const tried = here.load({ kind: "sales", path: fileOf(bomb, "bomb.xlsx") });
    const fault = await tried.then(
      () => null,
      (error: unknown) => (error instanceof FileFault ? error.fault : null),
    );
    expect(fault).toMatchObject({ code: "bomb-ratio" });
    for (const locale of ["en", "ru"] as const)
      expect(reasonText(locale, JSON.stringify(fault))?.text).not.toMatch(/faults\.|\{|undefined/);
    expect(await here.house.rows("select count(*)::int as n from import_run", [])).toEqual(before);
  }, 60_000);
});
