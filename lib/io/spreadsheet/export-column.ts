import { type CurrencyExponent, decimalOf } from "@/lib/domain/money";

/**
 * A column of an export. Words (headers, yes and no) come from the caller in the reader's language. Values: `text` a string;
 * `number` and `percent` an exact decimal ("12.5", a percent as its fraction "0.125") or an integer; `money` minor units;
 * `day` "YYYY-MM-DD"; `moment` "YYYY-MM-DD HH:MM", as the reader's clock shows it. Null and the empty string are an empty cell. `width` is in characters.
 */
export type ExportColumn = { header: string; width?: number } & (
  | { type: "text" | "number" | "percent" | "day" | "moment" }
  | { type: "money"; exponent: CurrencyExponent }
  | { type: "boolean"; yes: string; no: string }
);

export type ExportValue = string | number | bigint | boolean | null;
export type ExportRow = readonly ExportValue[];
export type ExportRows = AsyncIterable<ExportRow> | Iterable<ExportRow>;

/** A value as exact plain text, a point in decimals; null where the cell is empty. Throws where it is not of its column. */
export function plainText(value: ExportValue | undefined, column: ExportColumn): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (column.type === "money" && typeof value === "bigint") return decimalOf(value, column.exponent);
  if (column.type === "boolean" && typeof value === "boolean") return value ? column.yes : column.no;
  const text = String(value);
  if (column.type === "text" && typeof value === "string") return text;
  if (column.type === "day" && /^\d{4}-\d\d-\d\d$/.test(text)) return text;
  if (column.type === "moment" && /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text)) return text;
  // What is no number would be written without the apostrophe that makes it harmless.
  if ((column.type === "number" || column.type === "percent") && /^-?\d+(\.\d+)?$/.test(text)) return text;
  throw new Error(`a ${typeof value} is no ${column.type}: ${column.header}`);
}
