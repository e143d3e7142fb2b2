import { describe, expect, it } from "vitest";
import { amountColumn } from "@/lib/domain/import/amount-style";
import type { Cell } from "@/lib/domain/import/cell";
import { columnLetter } from "@/lib/domain/import/cell";
import { decimalText } from "@/lib/domain/import/decimal";
import { parseBoolean } from "@/lib/domain/import/parse-boolean";
import { parsePercent, percentColumn } from "@/lib/domain/import/parse-percent";
import { parseQuantity } from "@/lib/domain/import/parse-quantity";
import { parseText, type TextRules } from "@/lib/domain/import/parse-text";

const style = { decimal: ",", mixed: false, ambiguous: 0 } as const;

describe("R46 a share", () => {
  const share = (cell: Cell, column: Cell[] = [cell]) => {
    const amounts = amountColumn();
    for (const one of column) amounts.see(one);
    const seen = percentColumn(amounts.decide(","));
    for (const one of column) seen.see(one);
    const read = parsePercent(cell, seen.decide());
    return read.ok ? read.value && decimalText(read.value) : read.code;
  };

  it.each<[Cell, string | null]>([
    ["25 %", "0.25"],
    ["12,5%", "0.125"],
    ["-3%", "-0.03"],
    ["150%", "1.5"],
    [{ percent: 0.07 }, "0.07"],
    ["0,25", "0.25"],
    [0.05, "0.05"],
    [25, "0.25"],
    [0, "0"],
    ["-", null],
    ["много", "percent-invalid"],
    ["5 ₽", "percent-invalid"],
    [1, "percent-ambiguous"],
    [{ date: "2026-01-01" }, "percent-invalid"],
    [{ error: "#N/A" }, "cell-error"],
  ])("%j is %s", (cell, expected) => {
    expect(share(cell)).toBe(expected);
  });

  it("reads bare numbers by the column: 1 is one per cent among 25 and 50, all of it among 0.5", () => {
    expect(share(1, [1, 25, 50])).toBe("0.01");
    expect(share(1, [1, 0.5])).toBe("1");
    expect(share("0,5", ["0,5", "20"])).toBe("0.005");
  });
});

describe("R46 a quantity", () => {
  const quantity = (cell: Cell) => {
    const read = parseQuantity(cell, style);
    return read.ok ? read.value && decimalText(read.value) : read.code;
  };

  it.each<[Cell, string | null]>([
    ["12", "12"],
    ["0,125000", "0.125"],
    ["1 000,5", "1000.5"],
    ["0,123456", "0.123456"],
    ["0,1234567", "quantity-scale"],
    [-3, "-3"],
    ["5 ₽", "amount-invalid"],
    ["—", null],
  ])("%j is %s", (cell, expected) => {
    expect(quantity(cell)).toBe(expected);
  });
});

describe("R46 yes or no", () => {
  it.each<[Cell, boolean | string | null]>([
    ["Да", true],
    ["нет ", false],
    ["YES", true],
    ["n", false],
    ["ИСТИНА", true],
    ["true", true],
    [1, true],
    ["0", false],
    [false, false],
    ["+", true],
    ["-", null],
    [null, null],
    ["возможно", "boolean-invalid"],
    [2, "boolean-invalid"],
  ])("%j is %s", (cell, expected) => {
    const read = parseBoolean(cell);
    expect(read.ok ? read.value : read.code).toBe(expected);
  });
});

describe("R46 a text", () => {
  const text = (cell: Cell, rules?: TextRules) => {
    const read = parseText(cell, rules);
    return read.ok ? read.value : read.code;
  };

  it.each<[Cell, string | null]>([
    ["  ООО\u00a0«Ромашка»\u200b ", "ООО «Ромашка»"],
    ["a\u0000b\u0007c", "abc"],
    ["дом 1\r\nкв. 2", "дом 1 кв. 2"],
    ["и\u0306", "й"],
    ["\u202eabc\u202c", "abc"],
    ["-", null],
    ["\u00a0\u200b", null],
    ["'-5", "'-5"],
    [7701234567, "7701234567"],
    [1.5, "1.5"],
    [0.1 + 0.2, "0.3"],
    [true, "true"],
    [{ percent: 0.125 }, "12.5%"],
    [{ date: "2026-01-31T10:00:00" }, "2026-01-31 10:00:00"],
    [{ error: "#NAME?" }, "cell-error"],
  ])("%j is %j", (cell, expected) => {
    expect(text(cell)).toBe(expected);
  });

  it("keeps the lines of a note", () => {
    expect(text(" one \r\n two\rthree\u2028four", { lines: true })).toBe("one\ntwo\nthree\nfour");
  });

  it("refuses a code whose digits the spreadsheet lost", () => {
    expect(text("4,60701E+12", { identifier: true })).toBe("text-digits-lost");
    expect(text(4607012345678901, { identifier: true })).toBe("text-digits-lost");
    expect(text(460701234567890, { identifier: true })).toBe("460701234567890");
    expect(text("4,60701E+12")).toBe("4,60701E+12");
  });

  it("refuses what is longer than its field, saying by how much", () => {
    expect(parseText("abcdef", { longest: 5 })).toEqual({
      ok: false,
      code: "text-long",
      values: { longest: 5, found: 6 },
    });
  });
});

it("a column is named as spreadsheets name it", () => {
  expect([0, 25, 26, 51, 701, 702, 16383].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
});
