import { amountColumn } from "@/lib/domain/import/amount-style";
import { parseMoney } from "@/lib/domain/import/parse-amount";
import { currencyExponent, decimalOf } from "@/lib/domain/money";
import type { Locale } from "@/lib/i18n/locale";

const markOf = (locale: Locale) => (locale === "ru" ? "," : ".");

/** What a person typed as an amount, in minor units; undefined for an empty field, null for what is no amount. */
export function typedAmount(text: string, currency: string, locale: Locale): bigint | null | undefined {
  const style = { decimal: markOf(locale), mixed: false, ambiguous: 0 } as const;
  const read = parseMoney(text, style, currencyExponent(currency));
  if (!read.ok) return null;
  return read.value === null ? undefined : read.value.minor;
}

/** An amount as it is typed: no grouping, the language's own decimal mark, no empty kopecks. */
export function amountText(minor: bigint, currency: string, locale: Locale): string {
  return decimalOf(minor, currencyExponent(currency)).replace(/\.0+$/, "").replace(".", markOf(locale));
}

/** A figure to propose: four digits that say something, so that nobody promises kopecks. */
export function roundFigure(minor: bigint): bigint {
  const step = 10n ** BigInt(Math.max(0, String(minor < 0n ? -minor : minor).length - 4));
  return ((minor + step / 2n) / step) * step;
}

/** `value` undefined: an empty cell, which changes nothing; null: not an amount. */
export type PastedCell = { row: number; column: number; text: string; value: bigint | null | undefined };

/** A block from a spreadsheet's clipboard: rows by lines, cells by tabs. How its amounts are written shows from all of them together. */
export function readBlock(text: string, currency: string, locale: Locale): PastedCell[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  const cells = lines.flatMap((line, row) =>
    line.split("\t").map((cell, column) => ({ row, column, text: cell.trim() })),
  );
  const column = amountColumn();
  for (const cell of cells) column.see(cell.text);
  const style = column.decide(markOf(locale));
  return cells.map((cell) => {
    const read = parseMoney(cell.text, style, currencyExponent(currency));
    return { ...cell, value: read.ok ? (read.value === null ? undefined : read.value.minor) : null };
  });
}
