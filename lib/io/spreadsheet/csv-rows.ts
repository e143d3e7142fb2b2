import { type Cell, isEmptyCell, type SheetRow } from "@/lib/domain/import/cell";
import type { ImportFault } from "@/lib/domain/import/fault";
import { type CsvRecord, csvRecords } from "./csv-records";
import { type Delimiter, namedDelimiter } from "./delimiter";
import { FileFault } from "./file-fault";
import { restoredText } from "./neutral-text";
import type { ReadLimits } from "./read-limits";
import { decodedFile, type Encoding } from "./text-encoding";

export type CsvForm = { encoding: Encoding; delimiter: Delimiter };

/**
 * The filled rows of a text file, a batch per piece of it. `width` is the number of columns that every row should have: rows
 * with fewer cells, or with something beyond them, carry a fault and keep their cells as they are.
 */
export async function* csvRows(
  path: string,
  form: CsvForm,
  limits: ReadLimits,
  width: number | null = null,
): AsyncGenerator<SheetRow[]> {
  let row = 0;
  for await (const batch of csvRecords(() => withoutNaming(decodedFile(path, form.encoding)), form.delimiter, limits)) {
    const rows: SheetRow[] = [];
    for (const record of batch) {
      row++;
      if (record.fields.length > limits.columns) {
        throw new FileFault("bomb-columns", { row, values: { limit: limits.columns } });
      }
      const cells = record.fields.map((field): Cell => (field === "" ? null : restoredText(field)));
      if (cells.every(isEmptyCell)) continue;
      const faults = rowFaults(record, cells, width);
      rows.push(faults.length > 0 ? { row, cells, faults } : { row, cells });
    }
    if (rows.length > 0) yield rows;
  }
}

// A spreadsheet program does not show the line that names the delimiter.
async function* withoutNaming(text: AsyncIterable<string>): AsyncGenerator<string> {
  let first = true;
  for await (const piece of text) {
    yield first ? piece.slice(namedDelimiter(piece)?.length ?? 0) : piece;
    first = false;
  }
}

function rowFaults({ fields, odd }: CsvRecord, cells: Cell[], width: number | null): ImportFault[] {
  const short = width === null ? null : widthFault(cells, width);
  const faults: ImportFault[] = short ? [short] : [];
  if (odd) faults.push({ code: "quote-odd", column: fields.findIndex((field) => field.startsWith('"')) });
  for (const [column, field] of fields.entries()) {
    if (field.includes("\0")) faults.push({ code: "nul", column });
    if (field.includes("\ufffd")) faults.push({ code: "replaced-character", column });
  }
  return faults;
}

/** A row of a text file with fewer cells than its table has columns, or with something beyond the last of them. */
export function widthFault(cells: readonly Cell[], width: number): ImportFault | null {
  if (cells.length < width) return { code: "row-short", values: { expected: width, found: cells.length } };
  const found = cells.findLastIndex((cell) => cell !== null) + 1;
  return found > width ? { code: "row-long", values: { expected: width, found } } : null;
}
