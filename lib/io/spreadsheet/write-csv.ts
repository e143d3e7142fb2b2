import { stringify } from "csv-stringify/sync";
import { type Decimal, decimalFrom, decimalText, trimmed } from "@/lib/domain/import/decimal";
import { type ExportColumn, type ExportRows, type ExportValue, plainText } from "./export-column";
import { neutralText } from "./neutral-text";

const rowsAtOnce = 500;

/**
 * A table as CSV for Excel: UTF-8 with a mark; semicolons and decimal commas for Russian, commas and points for English; days
 * as YYYY-MM-DD, which Excel reads in every language. No cell starts a formula, and `readRows` gives back what was written.
 */
export function writeCsv(
  rows: ExportRows,
  columns: readonly ExportColumn[],
  locale: "en" | "ru",
): ReadableStream<Uint8Array> {
  const source = pieces(rows, columns, locale);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}

async function* pieces(
  rows: ExportRows,
  columns: readonly ExportColumn[],
  locale: "en" | "ru",
): AsyncGenerator<Uint8Array> {
  // Told its line end, csv-stringify no longer quotes the others by itself.
  const form = { delimiter: locale === "ru" ? ";" : ",", record_delimiter: "\r\n", quote_record_delimiter: true };
  const write = (lines: (string | null)[][]) => Buffer.from(stringify(lines, form), "utf8");
  yield Buffer.from("\ufeff", "utf8");
  let lines = [columns.map(({ header }): string | null => neutralText(header))];
  for await (const row of rows) {
    lines.push(columns.map((column, index) => csvText(row[index], column, locale)));
    if (lines.length < rowsAtOnce) continue;
    yield write(lines);
    lines = [];
  }
  if (lines.length > 0) yield write(lines);
}

function csvText(value: ExportValue | undefined, column: ExportColumn, locale: "en" | "ru"): string | null {
  const text = plainText(value, column);
  if (text === null) return null;
  if (column.type === "text" || column.type === "boolean") return neutralText(text);
  if (column.type === "day" || column.type === "moment") return text;
  const exact = decimalFrom(text);
  const written = column.type === "percent" && exact ? `${decimalText(hundredfold(exact))}%` : text;
  return locale === "ru" ? written.replace(".", ",") : written;
}

function hundredfold({ units, scale }: Decimal): Decimal {
  return trimmed(scale >= 2 ? { units, scale: scale - 2 } : { units: units * 10n ** BigInt(2 - scale), scale: 0 });
}
