// Apart from ./format, which every page brings along: few pages need these.
import { money, number } from "./format";
import type { Locale } from "./locale";

/** What stands for a currency beside a figure: "₽", "$"; its code where there is no sign. */
export function currencySign(currency: string, locale: Locale): string {
  return money(0n, currency, locale, { short: true }).replace(/[\d\s]/g, "");
}

/** What a unit of a currency costs, with at least four digits after the point, so that a column reads evenly: "93,9230". */
export function rateText(rate: number, locale: Locale): string {
  const mark = locale === "ru" ? "," : ".";
  const [whole = "", part = ""] = number(rate, locale, { digits: 8 }).split(mark);
  return `${whole}${mark}${part.padEnd(4, "0")}`;
}
