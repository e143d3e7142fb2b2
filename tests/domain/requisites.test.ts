import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeInn, completeOgrn, innFault, kppFault, ogrnFault, requisiteFaults } from "@/lib/domain/requisites";

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));

/** The weighted sum of the first nine digits of a company's INN, written out once more by hand. */
function companySum(inn: string): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = [...inn].map(Number);
  return 2 * a + 4 * b + 10 * c + 3 * d + 5 * e + 9 * f + 4 * g + 6 * h + 8 * i;
}

describe("INN", () => {
  // Worked by hand: 7·2 + 7·4 + 0·10 + 1·3 + 2·5 + 3·9 + 4·4 + 5·6 + 6·8 = 176 = 16·11 + 0 → 0.
  it.each(["7701234560", "500100732259", "0100000004"])("%s is right", (inn) => {
    expect(innFault(inn)).toBeNull();
  });

  it.each([
    ["7701234567", "inn-check"],
    ["500100732258", "inn-check"],
    ["500100732249", "inn-check"],
    ["770123456", "inn-form"],
    ["77012345600", "inn-form"],
    ["7701 234560", "inn-form"],
    ["77O1234560", "inn-form"],
    ["０７０１２３４５６０", "inn-form"],
    ["0000000000", "inn-form"],
    ["", "inn-form"],
  ])("%s: %s", (inn, fault) => {
    expect(innFault(inn)).toBe(fault);
  });

  it("made from any digits is right", () => {
    fc.assert(
      fc.property(digits(9), digits(10), (company, person) => {
        expect(innFault(completeInn(company))).toBeNull();
        expect(innFault(completeInn(person))).toBeNull();
      }),
    );
  });

  it("a wrong check digit is always seen", () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 1, max: 9 }), (base, shift) => {
        const inn = completeInn(base);
        expect(innFault(base + String((Number(inn.at(-1)) + shift) % 10))).toBe("inn-check");
      }),
    );
  });

  it("one wrong digit is seen, except for the one collision that the algorithm has: remainders 0 and 10 share a check digit", () => {
    fc.assert(
      fc.property(digits(9), fc.nat(8), fc.integer({ min: 1, max: 9 }), (base, place, shift) => {
        const inn = completeInn(base);
        const wrong = inn.slice(0, place) + String((Number(inn[place]) + shift) % 10) + inn.slice(place + 1);
        const collides = [0, 10].includes(companySum(inn) % 11) && [0, 10].includes(companySum(wrong) % 11);
        fc.pre(wrong[0] !== "0");
        expect(innFault(wrong)).toBe(collides ? null : "inn-check");
      }),
      { numRuns: 500 },
    );
  });
});

const samples = join(import.meta.dirname, "../../../shared/data/ru_reference/inn_samples.json");

describe.runIf(existsSync(samples))("INN of well-known companies", () => {
  const known: { inn: string; checksum_ok: boolean }[] = existsSync(samples)
    ? JSON.parse(readFileSync(samples, "utf8"))
    : [];
  it.each(known.map(({ inn, checksum_ok }) => [inn, checksum_ok]))("%s: right is %s", (inn, right) => {
    expect(innFault(String(inn)) === null).toBe(right);
  });
});

describe("OGRN", () => {
  // 102770013219 mod 11 = 5; 30450011600015 mod 13 = 7: both by long division.
  it.each(["1027700132195", "304500116000157"])("%s is right", (ogrn) => {
    expect(ogrnFault(ogrn)).toBeNull();
  });

  it.each([
    ["1027700132194", "ogrn-check"],
    ["304500116000156", "ogrn-check"],
    ["10277001321950", "ogrn-form"],
    ["102770013219", "ogrn-form"],
    ["0000000000000", "ogrn-form"],
  ])("%s: %s", (ogrn, fault) => {
    expect(ogrnFault(ogrn)).toBe(fault);
  });

  it("made from any digits is right, and with any other check digit wrong", () => {
    fc.assert(
      fc.property(fc.oneof(digits(12), digits(14)), fc.integer({ min: 1, max: 9 }), (base, shift) => {
        const ogrn = completeOgrn(base);
        expect(ogrnFault(ogrn)).toBeNull();
        expect(ogrnFault(base + String((Number(ogrn.at(-1)) + shift) % 10))).toBe("ogrn-check");
      }),
    );
  });
});

describe("KPP", () => {
  it.each(["770701001", "7707AZ001", "503243001"])("%s has the form", (kpp) => {
    expect(kppFault(kpp)).toBeNull();
  });
  it.each(["77070100", "7707010011", "7707az001", "770701O01", "77A701001", "7707АБ001"])("%s has not", (kpp) => {
    expect(kppFault(kpp)).toBe("kpp-form");
  });
});

describe("the requisites of one client fit its kind", () => {
  const company = { kind: "company", inn: "7701234560", kpp: "770101001", ogrn: "1027700132195" } as const;
  const trader = { kind: "entrepreneur", inn: "500100732259", kpp: null, ogrn: "304500116000157" } as const;

  it.each([
    ["a company's", company, {}],
    ["an entrepreneur's", trader, {}],
    ["a person's", { ...trader, kind: "person", ogrn: null }, {}],
    ["none at all", { kind: "company", inn: null, kpp: null, ogrn: null }, {}],
    [
      "a company with a person's numbers",
      { ...trader, kind: "company" },
      { inn: "inn-for-company", ogrn: "ogrn-for-company" },
    ],
    [
      "an entrepreneur with a company's numbers",
      { ...company, kind: "entrepreneur" },
      { inn: "inn-for-person", kpp: "kpp-for-company", ogrn: "ogrn-for-entrepreneur" },
    ],
    ["a person in the register", { ...trader, kind: "person" }, { ogrn: "ogrn-for-person" }],
    [
      "a typing error in each",
      { ...company, inn: "7701234567", kpp: "1", ogrn: "1027700132190" },
      { inn: "inn-check", kpp: "kpp-form", ogrn: "ogrn-check" },
    ],
  ] as const)("%s", (_, requisites, faults) => {
    expect(requisiteFaults(requisites)).toEqual(faults);
  });
});
