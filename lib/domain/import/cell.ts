import type { ImportFault } from "./fault";

/**
 * What a cell of a CSV or XLSX file holds. CSV has only text and null. `date` is "YYYY-MM-DD", with "THH:MM:SS" behind it
 * where the cell has a time; `percent` is the fraction (0.25 of a cell that shows 25 %).
 */
export type PlainCell = string | number | boolean | { date: string } | { percent: number } | { error: string } | null;

/** A formula is never computed here: `value` is what the spreadsheet program saved with it, null where it saved nothing. */
export type Cell = PlainCell | { formula: string; value: PlainCell };

/** `row` counts from 1 as a spreadsheet shows it; empty rows are left out. `faults` are what is wrong with this row alone. */
export type SheetRow = { row: number; cells: Cell[]; faults?: ImportFault[] };

/** The name of a column as a spreadsheet shows it: 0 → "A", 26 → "AA". */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

/** The words of a cell, as far as it has any: for headers, titles and totals rows. Numbers and dates have none. */
export function cellWords(cell: Cell | undefined): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "object" && cell !== null && "formula" in cell) return cellWords(cell.value);
  return "";
}

export function isEmptyCell(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** A cell as it can be read and typed again: days are ISO, a percent is of a hundred, a formula is its value; "" when it is empty. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  if ("formula" in cell) return cellText(cell.value);
  if ("date" in cell) return cell.date.replace("T", " ");
  if ("percent" in cell) return `${Number((cell.percent * 100).toPrecision(12))}%`;
  return cell.error;
}
