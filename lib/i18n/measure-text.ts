import { money, number, percent } from "./format";
import type { Locale } from "./locale";

/** A measure's figure in words: money (in full or `short`, with its currency or `bare`), per cent or a number with its digits. */
export function measureText(
  value: bigint,
  of: { unit: "money" | "percent" | "number"; digits: number },
  currency: string,
  locale: Locale,
  options: { short?: boolean; bare?: boolean } = {},
): string {
  if (of.unit === "money") return money(value, currency, locale, options);
  if (of.unit === "percent") return percent(Number(value) / 10_000, locale, { digits: options.short ? 1 : 2 });
  return number(Number(value) / 10 ** of.digits, locale, { digits: of.digits });
}

/** What a measure is called in the reader's language: it is kept in both. */
export function measureName({ nameRu, nameEn }: { nameRu: string; nameEn: string }, locale: Locale): string {
  return locale === "ru" ? nameRu : nameEn;
}
