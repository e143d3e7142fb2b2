import { expect, it } from "vitest";
import { currencySign, rateText } from "@/lib/i18n/currency-text";
import { inSentence } from "@/lib/i18n/in-sentence";

it.each([
  ["Кредитный лимит", "кредитный лимит"],
  ["Их цель на год", "их цель на год"],
  ["Credit limit", "credit limit"],
  // An abbreviation, a figure and a single letter stay as they are.
  ["НДС", "НДС"],
  ["VAT rate", "VAT rate"],
  ["1С", "1С"],
  ["Я", "Я"],
  ["", ""],
])("%s is «%s» in the middle of a sentence", (name, expected) => {
  expect(inSentence(name)).toBe(expected);
});

it("R95 a currency stands by its sign, by its code where it has none", () => {
  expect([currencySign("RUB", "ru"), currencySign("USD", "en"), currencySign("AED", "ru")]).toEqual(["₽", "$", "AED"]);
});

it("R95 rates read evenly: at least four digits after the point", () => {
  expect([rateText(93.923, "ru"), rateText(92, "ru"), rateText(13.20631, "en")]).toEqual([
    "93,9230",
    "92,0000",
    "13.20631",
  ]);
});
