import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameNumber, type NumberUnit, numberTyped } from "@/lib/domain/key-number";

const typed = (text: string, unit: NumberUnit, decimal: "," | "." = ",", currency = "RUB") =>
  numberTyped(text, { unit, currency, decimal });

test.each([
  ["1 200 000", "money", { minor: 120000000n, currency: "RUB" }],
  ["1,234", "money", { minor: 123n, currency: "RUB" }],
  ["0,9", "money", { minor: 90n, currency: "RUB" }],
  ["7 %", "percent", { figure: "7" }],
  ["7,5", "percent", { figure: "7.5" }],
  ["14", "days", { figure: "14" }],
  ["14,5", "days", "not-whole"],
  ["340", "pieces", { figure: "340" }],
  ["-3", "pieces", { figure: "-3" }],
  ["40817810099910004312", "text", { content: "40817810099910004312" }],
  ["", "text", "required"],
  ["  ", "money", "required"],
  ["soon", "days", "not-a-number"],
  ["1.00001", "percent", "not-a-number"],
  ["9999999999999999999", "money", "too-large"],
  ["9999999999999999999", "pieces", "too-large"],
] as const)("R28 %s as %s", (text, unit, expected) => {
  expect(typed(text, unit)).toEqual(expected);
});

test("R28 an English reader's comma groups, a yen has no cents", () => {
  expect(typed("1,234", "money", ".", "USD")).toEqual({ minor: 123400n, currency: "USD" });
  expect(typed("1234", "money", ".", "JPY")).toEqual({ minor: 1234n, currency: "JPY" });
});

test("R28 whatever whole figure is written comes back, and is the same as itself alone", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (figure) => {
      const value = typed(String(figure), "pieces");
      expect(value).toEqual({ figure: String(figure) });
      if (typeof value === "string") return;
      expect(isSameNumber(value, { figure: `${figure}.00` })).toBe(true);
      expect(isSameNumber(value, { figure: String(figure + 1) })).toBe(false);
      expect(isSameNumber(value, { content: String(figure) })).toBe(false);
    }),
  );
});
