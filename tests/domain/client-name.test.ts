import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientNameKey } from "@/lib/domain/client-name";

describe("13.7 spellings of one name have one key", () => {
  it.each([
    [
      "ромашка",
      [
        'ООО "Ромашка"',
        "РОМАШКА, ООО",
        "О.О.О. «Ромашка»",
        "Общество с ограниченной ответственностью „Ромашка“",
        " ромашка ",
        "OOO Ромашка",
      ],
    ],
    ["елка плюс", ["АО «Ёлка-Плюс»", "ЗАО Елка Плюс", "пао «ёлка   плюс»", "Елка+Плюс"]],
    ["иванов петр сергеевич", ["ИП Иванов Пётр Сергеевич", "Индивидуальный предприниматель Иванов Петр Сергеевич"]],
    [
      "northfield supply",
      [
        "Northfield Supply, Inc.",
        "NORTHFIELD SUPPLY INCORPORATED",
        "Northfield Supply L.L.C.",
        "Northfield-Supply Co., Ltd.",
      ],
    ],
    ["obriens bakery", ["O'Brien’s Bakery LLC"]],
    ["muller", ["Muller GmbH", "MULLER AG"]],
    ["дом 3", ["ООО «Дом №3»", "Дом 3"]],
  ])("%s", (key, spellings) => {
    for (const spelling of spellings) expect([spelling, clientNameKey(spelling)]).toEqual([spelling, key]);
  });

  it.each([
    ["a group and its company", "ГК «Меридиан»", "ООО «Меридиан-Опт»"],
    ["a form inside of a word", "ООО «Ипотека»", "«Отека»"],
    ["a form in the middle of a name", "Альфа АО Бета", "Альфа Бета"],
    ["figures", "Цех 9", "Цех 10"],
  ])("keeps apart %s", (_, one, other) => {
    expect(clientNameKey(one)).not.toBe(clientNameKey(other));
  });

  it("is never empty for a name that has a letter, even when the name is nothing but a form", () => {
    expect(clientNameKey("ООО")).toBe("ооо");
    expect(clientNameKey("«ИП»")).toBe("ип");
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (name) => (clientNameKey(name) !== "") === /[\p{L}\p{N}]/u.test(name.replaceAll("№", "").normalize("NFKC")),
      ),
    );
  });

  it("is its own key, whatever the case", () => {
    const word = fc.stringMatching(/^[А-Яа-яЁёA-Za-z0-9]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("", "ООО ", "АО «", "LLC "),
        (words, form) => {
          const key = clientNameKey(form + words.join(" "));
          expect(clientNameKey(key)).toBe(key);
          expect(clientNameKey((form + words.join(" ")).toUpperCase())).toBe(key);
        },
      ),
    );
  });
});
