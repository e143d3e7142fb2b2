import { type Cell, cellWords, isEmptyCell, type SheetRow } from "@/lib/domain/import/cell";
import type { ImportFault } from "@/lib/domain/import/fault";
import { findHeader, type TableHeader } from "@/lib/domain/import/find-header";
import { isTotalsRow } from "@/lib/domain/import/totals-row";
import { widthFault } from "./csv-rows";

const previewRows = 50;

/** Gathers what `inspectFile` tells about a table while its rows pass by. `ragged`: rows of another width are faults. */
export function watchTable(known: ReadonlySet<string> | undefined, ragged: boolean) {
  const preview: SheetRow[] = [];
  const counts = { rows: 0, lastRow: 0, columns: 0, formulas: 0, errorCells: 0, faultCount: 0 };
  const [totals, faults]: [number[], ImportFault[]] = [[], []];
  let header: TableHeader | null | undefined;

  const report = (fault: ImportFault) => {
    counts.faultCount++;
    if (faults.length < 100) faults.push(fault);
  };
  // What a row of the table shows, once it is known where the table begins.
  const inTable = (line: SheetRow) => {
    if (header && line.row <= (header.rows.at(-1) ?? 0)) return;
    if (totals.length < 1000 && mayBeTotals(line.cells) && isTotalsRow(line.cells)) totals.push(line.row);
    const width = ragged && header ? widthFault(line.cells, header.names.length) : null;
    for (const fault of width ? [width, ...(line.faults ?? [])] : (line.faults ?? []))
      report({ ...fault, row: line.row });
  };
  const settle = () => {
    if (header !== undefined) return;
    header = findHeader(preview, known);
    for (const line of preview) inTable(line);
  };

  return {
    see(batch: readonly SheetRow[]): void {
      for (const line of batch) {
        counts.rows++;
        counts.lastRow = line.row;
        counts.columns = Math.max(counts.columns, line.cells.findLastIndex((cell) => !isEmptyCell(cell)) + 1);
        for (const cell of line.cells) if (typeof cell === "object" && cell !== null) count(cell, counts);
        if (preview.length < previewRows) preview.push(line);
        else {
          settle();
          inTable(line);
        }
      }
    },
    result() {
      settle();
      return { ...counts, preview, header: header ?? null, totals, faults };
    },
  };
}

function count(cell: Cell & object, counts: { formulas: number; errorCells: number }): void {
  if ("formula" in cell) {
    counts.formulas++;
    if (cell.value === null || (typeof cell.value === "object" && "error" in cell.value)) counts.errorCells++;
  } else if ("error" in cell) counts.errorCells++;
}

// A quick look, since every row of a file is asked.
function mayBeTotals(cells: readonly Cell[]): boolean {
  const first = cells.find((cell) => !isEmptyCell(cell));
  return /итог|всего|total|sum/i.test(cellWords(first));
}
