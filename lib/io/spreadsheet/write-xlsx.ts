import { type CellStyle, type CellValue, type ColumnDef, writeXlsxStream } from "hucre/xlsx";
import { type ExportColumn, type ExportRows, type ExportValue, plainText } from "./export-column";

const longestText = 32_767; // Excel's own limit; what is longer would make it repair the file
const firstDay = "1900-03-01"; // the first that Excel counts rightly

const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEFEA" } },
  alignment: { vertical: "center", wrapText: true },
};

/**
 * A table as a workbook of one sheet with typed cells, a header that stays in view, and texts that stay texts. Rows are taken
 * as the stream is read; what is over Excel's 1,048,576 rows goes on in a further sheet.
 */
export function writeXlsx(
  rows: ExportRows,
  columns: readonly ExportColumn[],
  { name, locale }: { name: string; locale: "en" | "ru" },
): ReadableStream<Uint8Array> {
  const state = { inHeader: true };
  return writeXlsxStream(cells(rows, columns, state), {
    name: sheetName(name),
    columns: columns.map((column) => definition(column, locale, state)),
    freezePane: { rows: 1 },
  });
}

async function* cells(
  rows: ExportRows,
  columns: readonly ExportColumn[],
  state: { inHeader: boolean },
): AsyncGenerator<CellValue[]> {
  // Asked for the first row, hucre has written the header.
  state.inHeader = false;
  for await (const row of rows) yield columns.map((column, index) => cellValue(row[index], column));
}

// hucre's stream gives the header the style of its column, so the style is one thing until the first row and another after.
function definition(column: ExportColumn, locale: "en" | "ru", state: { inHeader: boolean }): ColumnDef {
  const style: CellStyle = { numFmt: format(column, locale) };
  return {
    header: column.header,
    width: column.width ?? Math.min(60, Math.max(10, column.header.length + 2)),
    get style() {
      return state.inHeader ? headerStyle : style;
    },
  };
}

function format(column: ExportColumn, locale: "en" | "ru"): string {
  if (column.type === "money") return column.exponent === 0 ? "#,##0" : `#,##0.${"0".repeat(column.exponent)}`;
  if (column.type === "percent") return "0.00%";
  if (column.type === "moment") return locale === "ru" ? "dd.mm.yyyy hh:mm" : "yyyy-mm-dd hh:mm";
  if (column.type === "day") return locale === "ru" ? "dd.mm.yyyy" : "yyyy-mm-dd";
  return column.type === "number" ? "General" : "@";
}

function cellValue(value: ExportValue | undefined, column: ExportColumn): CellValue {
  const text = plainText(value, column);
  if (text === null) return null;
  if (column.type === "text") return literal(text.slice(0, longestText));
  if (column.type === "boolean") return value === true;
  if (column.type === "day") return text >= firstDay ? new Date(`${text}T00:00:00Z`) : text;
  if (column.type === "moment") return text >= firstDay ? new Date(`${text.replace(" ", "T")}:00Z`) : text;
  // A double holds 15 digits; a longer number stays exact as text.
  return text.replace(/^[-0.]+/, "").replace(".", "").length <= 15 ? Number(text) : text;
}

// "_x000D_" means a carriage return in a workbook: written as words, its first sign is written as a code (ECMA-376 22.9.2.19).
function literal(text: string): string {
  return text.includes("_x") ? text.replaceAll(/_(?=x[\da-f]{4}_)/gi, "_x005F_") : text;
}

function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[[\]:*?/\\]|^'|'$/g, " ")
      .trim()
      .slice(0, 31) || "1"
  );
}
