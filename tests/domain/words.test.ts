import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencyExponent, decimalOf } from "@/lib/domain/money";
import { canWorkAs, isRole } from "@/lib/domain/roles";
import { mayInitiate } from "@/lib/domain/work-mode";
import { isZone } from "@/lib/domain/zone";

describe("roles", () => {
  it.each([
    [["kam"], "primary", true],
    [["lead"], "deputy", true],
    [["specialist"], "primary", false],
    [["specialist"], "specialist", true],
    [["admin", "director", "auditor"], "primary", false],
    [["admin", "kam"], "primary", true],
    [[], "specialist", false],
  ] as const)("%j as %s: %s", (held, part, may) => {
    expect(canWorkAs(held, part)).toBe(may);
  });

  it("are known by name", () => {
    expect(["kam", "owner", "", null].map(isRole)).toEqual([true, false, false, false]);
  });
});

it("R61 a reactive client gets no initiatives", () => {
  expect((["proactive", "mixed", "reactive"] as const).map(mayInitiate)).toEqual([true, true, false]);
});

it("R59 a zone is one that the platform knows", () => {
  const known = new Set(Intl.supportedValuesOf("timeZone"));
  expect(
    ["Europe/Moscow", "Asia/Kamchatka", "UTC", "UTC+3", "Europe/Tver", "europe/moscow", ""].map((zone) =>
      isZone(zone, known),
    ),
  ).toEqual([true, true, true, false, false, false, false]);
});

describe("R19 minor units", () => {
  it.each([
    ["RUB", 2],
    ["USD", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["XXX", 2],
  ])("%s has %d", (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });

  it.each([
    [0n, 2, "0.00"],
    [-5n, 2, "-0.05"],
    [50_00n, 2, "50.00"],
    [1_500n, 3, "1.500"],
    [1_234n, 0, "1234"],
    [10n ** 14n, 2, "1000000000000.00"],
  ] as const)("%d of exponent %d is %s", (minor, exponent, text) => {
    expect(decimalOf(minor, exponent)).toBe(text);
  });

  it("lose nothing on the way to a decimal", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.constantFrom(0, 2, 3), (minor, exponent) => {
        expect(BigInt(decimalOf(minor, exponent as 0 | 2 | 3).replace(".", ""))).toBe(minor);
      }),
    );
  });
});
