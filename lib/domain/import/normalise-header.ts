import { plainSpaces } from "./plain-value";

/** What a header says besides its name: "Сумма, тыс. руб." counts in thousands of roubles. */
export type HeaderUnit = { scale: 1 | 1000 | 1_000_000; currency: string | null };

const thousands = /^(тыс|тысяч|тысячи|k|thousands?|000)$/;
const millions = /^(млн|миллионов|mln|mn|millions?)$/;
const currencies: [RegExp, string][] = [
  [/^(руб|рублей|рубли|рублях|р|₽|rub|rur)$/, "RUB"],
  [/^(usd|\$|долл|долларов|dollars?)$/, "USD"],
  [/^(eur|€|евро|euros?)$/, "EUR"],
  [/^(kzt|₸|тенге)$/, "KZT"],
  [/^(gbp|£)$/, "GBP"],
  [/^(byn)$/, "BYN"],
];
const counted = /^(шт|штук|ед|кг|л|м|pcs|pieces|units|kg|%)$/;
const linking = /^(в|in|of)$/;

/**
 * The words of a header: lower case, ё as е, letters and digits only (and ₽ $ € £ ₸ %, which name units), one space between.
 * "  Кол-во_(шт.)" → "кол во шт". Empty when nothing is left.
 */
export function normaliseHeader(header: string): string {
  return plainSpaces(header)
    .replaceAll("№", " номер ")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/([₽$€£₸%])/g, " $1 ")
    .replaceAll(/[^\p{L}\p{N}₽$€£₸%]+/gu, " ")
    .trim();
}

/** What two headers must share to be the same one: "E-mail" and "email", "Кол-во" and "Кол во". */
export function headerKey(header: string): string {
  return normaliseHeader(header).replaceAll(/[₽$€£₸% ]/g, "");
}

/** A header without its units at the end: "Сумма, тыс. руб." → "сумма" and a scale of 1000. */
export function withoutUnit(header: string): { name: string; unit: HeaderUnit } {
  const words = normaliseHeader(header).split(" ");
  const unit: HeaderUnit = { scale: 1, currency: null };
  for (let last = words.at(-1); words.length > 1 && last !== undefined; last = words.at(-1)) {
    const word = last;
    const currency = currencies.find(([pattern]) => pattern.test(word))?.[1];
    if (currency) unit.currency = currency;
    else if (thousands.test(word)) unit.scale = 1000;
    else if (millions.test(word)) unit.scale = 1_000_000;
    else if (!counted.test(word) && !linking.test(word)) break;
    words.pop();
  }
  return { name: words.join(" "), unit };
}

/** "Телефон 2" → "Телефон" and 2; 1 where no number stands behind the name. */
export function withoutOrdinal(header: string): { name: string; ordinal: number } {
  const match = /^(.*\p{L}.*?)[ _#№(]*(\d{1,2})\)?$/u.exec(plainSpaces(header));
  return match?.[1] ? { name: match[1].trim(), ordinal: Number(match[2]) } : { name: header, ordinal: 1 };
}
