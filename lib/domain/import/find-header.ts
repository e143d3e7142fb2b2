import { type Cell, cellWords, isEmptyCell, type SheetRow } from "./cell";
import { headerKey } from "./normalise-header";
import { plainSpaces } from "./plain-value";

/**
 * Where the table of a sheet begins. `rows` is one row number, or two where the header has two lines; `names` has the
 * header of each column, the upper line before the lower one ("2026 Январь"). `names` and the cells have the same length.
 */
export type TableHeader = { rows: [number] | [number, number]; names: string[] };

type Line = { row: number; cells: Cell[]; filled: number; words: number };

/**
 * The likely header among a sheet's first rows, or null where the data begins at once. It is the first line that is nearly
 * as wide as the table, holds words only, and does not repeat itself; titles above a table are narrow. `known` are header
 * keys of the fields that could be meant: a line with two of them wins over its place.
 */
export function findHeader(rows: readonly SheetRow[], known: ReadonlySet<string> = new Set()): TableHeader | null {
  const lines = rows.slice(0, 30).map(lineOf);
  const width = commonWidth(lines.map(({ filled }) => filled));
  const at = lines.findIndex((line) => knownIn(line, known) >= Math.min(2, width));
  const index = at >= 0 ? at : lines.findIndex((line) => looksLikeHeader(line, width));
  const line = lines[index];
  if (!line) return null;
  const upper = lines[index - 1];
  if (upper?.row === line.row - 1 && isUpperLine(upper, line)) return twoLines(upper, line);
  const lower = lines[index + 1];
  if (lower?.row === line.row + 1 && isUpperLine(line, lower)) return twoLines(line, lower);
  return { rows: [line.row], names: line.cells.map(headerText) };
}

function lineOf({ row, cells }: SheetRow): Line {
  const filled = cells.filter((cell) => !isEmptyCell(cell));
  return { row, cells, filled: filled.length, words: filled.filter(isLabel).length };
}

// A header may be a date cell (months), but not a number that could be a value, save for a year.
function isLabel(cell: Cell): boolean {
  if (typeof cell === "number") return Number.isInteger(cell) && cell >= 1990 && cell <= 2100;
  if (typeof cell === "object" && cell !== null && "date" in cell) return cell.date.endsWith("-01");
  return (
    /\p{L}/u.test(cellWords(cell)) || /^\d{1,2}[./]\d{2,4}$|^(19|20)\d{2}([-./]\d{1,2})?$/.test(cellWords(cell).trim())
  );
}

function looksLikeHeader(line: Line, width: number): boolean {
  const labels = line.cells.map(headerKeyOf).filter((key) => key !== "");
  const distinct = new Set(labels).size;
  return (
    line.filled > 0 &&
    line.words === line.filled &&
    line.filled >= Math.max(1, Math.ceil(width * 0.6)) &&
    distinct >= Math.ceil(labels.length * 0.6) &&
    !line.cells.some((cell) => cellWords(cell).length > 200)
  );
}

/** The upper of two lines has gaps (merged cells) where the lower one has words, and every column is named by one of them. */
function isUpperLine(upper: Line, lower: Line): boolean {
  if (upper.filled < 1 || lower.filled < 2 || upper.words !== upper.filled || lower.words !== lower.filled)
    return false;
  const columns = Math.max(upper.cells.length, lower.cells.length);
  const named = Array.from({ length: columns }, (_, column) => [upper.cells[column], lower.cells[column]] as const);
  const below = named.filter(([over, under]) => isEmptyCell(over) && !isEmptyCell(under)).length;
  const alone = named.filter(([over, under]) => !isEmptyCell(over) && isEmptyCell(under)).length;
  const title = upper.filled === 1 && !isEmptyCell(upper.cells[0]) && !isEmptyCell(lower.cells[0]);
  return (
    below > 0 &&
    !title &&
    (alone > 0 || upper.filled > 1) &&
    named.every(([over, under]) => !isEmptyCell(over) || !isEmptyCell(under))
  );
}

function twoLines(upper: Line, lower: Line): TableHeader {
  const columns = Math.max(upper.cells.length, lower.cells.length);
  let over = "";
  const names = Array.from({ length: columns }, (_, column) => {
    const own = headerText(upper.cells[column] ?? null);
    const under = headerText(lower.cells[column] ?? null);
    // A merged cell's words stand in its first column and hold for those to the right that have a lower name.
    over = own || (under ? over : "");
    return under ? [over, under].filter((part) => part !== "").join(" ") : own;
  });
  return { rows: [upper.row, lower.row], names };
}

/** A header as text, whatever its cell holds: a date cell gives its month ("2026-01"). */
export function headerText(cell: Cell): string {
  if (typeof cell === "object" && cell !== null && "date" in cell) return cell.date.slice(0, 7);
  return typeof cell === "number" ? String(cell) : plainSpaces(cellWords(cell));
}

function headerKeyOf(cell: Cell): string {
  return headerKey(headerText(cell));
}

function knownIn(line: Line, known: ReadonlySet<string>): number {
  return new Set(line.cells.map(headerKeyOf).filter((key) => known.has(key))).size;
}

// The width that most rows reach: rows that are narrower than half the widest are titles and notes.
function commonWidth(widths: number[]): number {
  const widest = Math.max(0, ...widths);
  const table = widths.filter((width) => width * 2 >= widest).sort((a, b) => a - b);
  return table[Math.floor(table.length / 2)] ?? 0;
}
