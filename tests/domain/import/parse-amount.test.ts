import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountColumn } from "@/lib/domain/import/amount-style";
import type { DecimalMark } from "@/lib/domain/import/amount-text";
import type { Cell } from "@/lib/domain/import/cell";
import { decimalText } from "@/lib/domain/import/decimal";
import { parseAmount, parseMoney } from "@/lib/domain/import/parse-amount";
import { anyStyle, type Style, writeAmount } from "./written-amounts";

function styleOf(column: Cell[], hint: DecimalMark | null = null) {
  const seen = amountColumn();
  for (const cell of column) seen.see(cell);
  return seen.decide(hint);
}

/** The amount as plain digits, or the code of what is wrong with it. */
function read(cell: Cell, column: Cell[] = [cell], hint: DecimalMark | null = null): string | null {
  const amount = parseAmount(cell, styleOf(column, hint));
  if (!amount.ok) return amount.code;
  return amount.value && decimalText(amount.value.value);
}

describe("R46 an amount as people write it", () => {
  it.each<[Cell, string | null]>([
    ["1234.5", "1234.5"],
    ["1234,56", "1234.56"],
    ["1 234,56 ₽", "1234.56"],
    ["1\u00a0234\u00a0567,89", "1234567.89"],
    ["1\u202f234,5", "1234.5"],
    ["1\u2009234,5", "1234.5"],
    ["1'234'567.89", "1234567.89"],
    ["1’234.50", "1234.5"],
    ["1.234.567,8", "1234567.8"],
    ["1,234,567.8", "1234567.8"],
    ["1,234,567", "1234567"],
    ["1 234,567", "1234.567"],
    ["0,125", "0.125"],
    ["1234,567", "1234.567"],
    [",5", "0.5"],
    ["00012", "12"],
    ["-5", "-5"],
    ["−5,25", "-5.25"],
    ["– 5", "-5"],
    ["5,25-", "-5.25"],
    ["(1 234,50)", "-1234.5"],
    ["(5 ₽)", "-5"],
    ["-$1,234.50", "-1234.5"],
    ["$-5", "-5"],
    ["+7", "7"],
    ["5 руб.", "5"],
    ["5р", "5"],
    ["12,50 р.", "12.5"],
    ["€ 12,50", "12.5"],
    ["12.50 USD", "12.5"],
    [0, "0"],
    [1234.56, "1234.56"],
    [0.1 + 0.2, "0.3"],
    [1e14, "100000000000000"],
    [1.5e-7, "0.00000015"],
    [-2.675, "-2.675"],
    [{ formula: "SUM(A1:A2)", value: 12.5 }, "12.5"],
    [{ formula: "A1", value: "1 000,5" }, "1000.5"],
    ["", null],
    ["-", null],
    ["—", null],
    [" – ", null],
    ["NULL", null],
    [null, null],
  ])("%j is %s", (cell, expected) => {
    expect(read(cell)).toBe(expected);
  });

  it.each<[Cell, string]>([
    ["1 23", "amount-invalid"],
    ["12 34,5", "amount-invalid"],
    ["1,23,45", "amount-invalid"],
    ["1.2.3", "amount-invalid"],
    ["1 234.567.890", "amount-invalid"],
    ["5.", "amount-invalid"],
    ["--5", "amount-invalid"],
    ["(-5)", "amount-invalid"],
    ["5 5 ₽ ₽", "amount-invalid"],
    ["сто рублей", "amount-invalid"],
    ["12 шт", "amount-invalid"],
    ["٣", "amount-invalid"],
    ["0x10", "amount-invalid"],
    ["25 %", "amount-percent"],
    [{ percent: 0.25 }, "amount-percent"],
    ["1,23E+05", "amount-exponent"],
    [{ date: "2026-05-01" }, "amount-date"],
    [{ error: "#REF!" }, "cell-error"],
    [{ formula: "A1/0", value: { error: "#DIV/0!" } }, "cell-error"],
    [{ formula: "A1", value: null }, "formula-no-value"],
    [true, "amount-invalid"],
    ["1000000000000000", "amount-large"],
    ["0,1234567890123456789", "amount-large"],
    [Number.POSITIVE_INFINITY, "amount-invalid"],
  ])("%j is refused: %s", (cell, code) => {
    expect(read(cell)).toBe(code);
  });

  it("decides 1,234 by the column as a whole, not by the cell", () => {
    expect(read("1,234", ["1,234", "0,5"])).toBe("1.234");
    expect(read("1,234", ["1,234", "7.50"])).toBe("1234");
    expect(read("1.234", ["1.234", "1 000,50"])).toBe("1234");
    expect(read("1.234", ["1.234", "1,000,000"])).toBe("1.234");
  });

  it("decides by the hint where no cell tells, and refuses where there is none", () => {
    expect(read("1,234", ["1,234", "5,678", "10"])).toBe("amount-ambiguous");
    expect(read("1,234", ["1,234"], ",")).toBe("1.234");
    expect(read("1,234", ["1,234"], ".")).toBe("1234");
    expect(read("1,234", ["1,234", "7.50"], ",")).toBe("1234");
  });

  it("refuses only the doubtful cells of a column that contradicts itself", () => {
    const mixed = ["1,5", "1.5", "1,234"];
    expect(styleOf(mixed, ",")).toEqual({ decimal: null, mixed: true, ambiguous: 1 });
    expect(mixed.map((cell) => read(cell, mixed, ","))).toEqual(["1.5", "1.5", "amount-ambiguous"]);
  });

  it("tells the currency that a cell names", () => {
    const named = (cell: Cell) => {
      const amount = parseAmount(cell, styleOf([cell]));
      return amount.ok && amount.value?.currency;
    };
    expect(["5", "$5", "5 ₽", "5 руб", "EUR 5", "5 ₸"].map(named)).toEqual([null, "USD", "RUB", "RUB", "EUR", "KZT"]);
  });

  it("reads back every amount in every style, its column deciding", () => {
    const amount = fc.record({ units: fc.bigInt(-(10n ** 14n), 10n ** 14n), scale: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), anyStyle, (amounts, style: Style) => {
        const written = amounts.map((one) => writeAmount(one, style));
        // One cell that has a single reading settles the others, as a real column has.
        const column = [...written, writeAmount({ units: 125n, scale: 1 }, style)];
        expect(written.map((cell) => read(cell, column))).toEqual(amounts.map((one) => canonical(decimalText(one))));
      }),
    );
  });
});

const canonical = (text: string) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text).replace(/^-0$/, "0");

describe("R46 money of a line", () => {
  const money = (cell: Cell, exponent: 0 | 2 | 3 = 2) => {
    const read = parseMoney(cell, { decimal: ",", mixed: false, ambiguous: 0 }, exponent);
    return read.ok && read.value ? { minor: read.value.minor, rounding: decimalText(read.value.rounding) } : null;
  };

  it.each<[Cell, 0 | 2 | 3, bigint, string]>([
    ["0,005", 2, 1n, "0.005"],
    ["-0,005", 2, -1n, "-0.005"],
    ["0,0049", 2, 0n, "-0.0049"],
    ["1 234,5", 2, 123450n, "0"],
    ["1,2345", 3, 1235n, "0.0005"],
    ["2,5", 0, 3n, "0.5"],
    ["-2,5", 0, -3n, "-0.5"],
    [1265793.0395, 2, 126579304n, "0.0005"],
  ])("%j with %i digits is %s, rounding %s", (cell, exponent, minor, rounding) => {
    expect(money(cell, exponent)).toEqual({ minor, rounding });
  });

  it("is half up by the amount, so that a return takes back what its sale gave", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.nat(6), (units, scale) => {
        const text = decimalText({ units, scale }).replace(".", ",");
        const [sale, back] = [money(text), money(`-${text}`)];
        expect(back?.minor).toBe(sale && -sale.minor);
      }),
    );
  });
});
