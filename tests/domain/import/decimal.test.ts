import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalFrom, decimalOfNumber, decimalText, minus, plus, roundTo, times } from "@/lib/domain/import/decimal";

const anyDecimal = fc.record({ units: fc.bigInt(-(10n ** 20n), 10n ** 20n), scale: fc.nat(8) });
const of = (text: string) => decimalFrom(text) ?? expect.fail(`${text} is no decimal`);

describe("an exact decimal", () => {
  it("comes back from its text", () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(decimalFrom(decimalText(value))).toEqual(value);
      }),
    );
  });

  it.each(["", "1,5", "1.", ".5", "1e5", " 1", "+1", "--1"])("%j is none", (text) => {
    expect(decimalFrom(text)).toBeNull();
  });

  it("adds, takes away and multiplies without loss", () => {
    expect(decimalText(plus(of("0.1"), of("0.20")))).toBe("0.30");
    expect(decimalText(minus(of("1"), of("0.0001")))).toBe("0.9999");
    expect(decimalText(times(of("-1.5"), of("0.25")))).toBe("-0.375");
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(roundTo(minus(plus(a, b), b), a.scale)).toEqual(a);
      }),
    );
  });

  it("takes a spreadsheet's number for the 15 digits that it shows", () => {
    const texts = [0.1 + 0.2, 1234.5600000000002, 1e-7, -1.005, 123456789012345, 1e21, 0, -0].map((value) => {
      const exact = decimalOfNumber(value);
      return exact && decimalText(exact);
    });
    expect(texts).toEqual([
      "0.3",
      "1234.56",
      "0.0000001",
      "-1.005",
      "123456789012345",
      "1000000000000000000000",
      "0",
      "0",
    ]);
    expect(decimalOfNumber(Number.NaN)).toBeNull();
  });

  it("gives back every amount of up to 15 digits that went through a double", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), fc.nat(6), (units, scale) => {
        const text = decimalText({ units, scale });
        const back = decimalOfNumber(Number(text));
        expect(back && roundTo(back, scale)).toEqual({ units, scale });
      }),
    );
  });

  it("rounds half up by the amount", () => {
    const rounded = ["0.5", "-0.5", "0.4999", "2.5", "-2.5", "7"].map((text) => decimalText(roundTo(of(text), 0)));
    expect(rounded).toEqual(["1", "-1", "0", "3", "-3", "7"]);
  });
});
