import { type Cell, isEmptyCell, type SheetRow } from "@/lib/domain/import/cell";
import { FileFault } from "./file-fault";
import type { ReadLimits } from "./read-limits";
import { type CellContext, cellOf, type RawCell } from "./sheet-cell";
import { attribute, xmlTokens } from "./xml-tokens";

/** Rows count from 1, columns from 0; both ends belong to it. */
export type MergedCells = { fromRow: number; toRow: number; fromColumn: number; toColumn: number };

/** What stands behind the rows of a sheet: its merged cells, the first 1000 of them. */
export type SheetFrame = { merged: MergedCells[]; mergedCount: number };

const emptyCell = (type: string, style: number): RawCell => ({ type, style, value: null, inline: null, formula: null });

/**
 * The filled rows of a sheet, a batch per piece of XML. Places are taken from the cells themselves, since the extent that a
 * sheet claims often lies.
 */
export async function* sheetRows(
  xml: AsyncIterable<string>,
  context: CellContext,
  limits: ReadLimits,
  frame: SheetFrame = { merged: [], mergedCount: 0 },
): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  let cells: Cell[] = [];
  let [row, column, filled, gaps] = [0, -1, 0, 0];
  let raw: RawCell | null = null;
  let into: "value" | "inline" | "formula" | null = null;
  const [formulas, state] = [new Map<string, string>(), { shared: null as string | null, aside: false }];

  const openCell = (tag: string) => {
    const place = attribute(tag, "r");
    column = place === null ? column + 1 : columnOf(place);
    if (column >= limits.columns || column < 0)
      throw new FileFault("bomb-columns", { row, values: { limit: limits.columns } });
    raw = emptyCell(attribute(tag, "t") ?? "n", Number(attribute(tag, "s") ?? -1));
    state.shared = null;
  };
  const closeCell = () => {
    if (!raw) return;
    // The cells that share a formula name it only once.
    if (state.shared !== null && raw.formula) formulas.set(state.shared, raw.formula);
    else if (state.shared !== null) raw.formula = formulas.get(state.shared) ?? "";
    const cell = cellOf(raw, context);
    raw = null;
    if (cell === null) return;
    // One cell far to the right makes a wide row: many of them would fill the memory from a small file.
    if (filled + gaps > limits.cells || gaps + column > limits.gaps + filled * 200) {
      throw new FileFault("bomb-cells", { row, values: { limit: limits.cells } });
    }
    filled++;
    for (; cells.length < column; gaps++) cells.push(null);
    cells[column] = cell;
  };
  const closeRow = () => {
    if (cells.some((cell) => !isEmptyCell(cell))) batch.push({ row, cells });
    cells = [];
  };
  const tokens = xmlTokens(
    {
      open(name, tag) {
        if (name === "c") openCell(tag);
        else if (name === "v") into = "value";
        else if (name === "t") into = state.aside ? null : "inline";
        else if (name === "row") {
          const number = Number(attribute(tag, "r") ?? row + 1);
          if (!(number > row && number <= 1_048_576)) throw new FileFault("file-damaged", { row: row + 1 });
          [row, column] = [number, -1];
        } else if (name === "f" && raw) {
          into = "formula";
          raw.formula = "";
          state.shared = attribute(tag, "t") === "shared" ? attribute(tag, "si") : null;
        } else if (name === "rPh") state.aside = true;
        else if (name === "mergeCell") merge(frame, attribute(tag, "ref") ?? "");
      },
      close(name) {
        if (name === "c") closeCell();
        else if (name === "row") closeRow();
        else if (name === "rPh") state.aside = false;
        else into = null;
      },
      text(part) {
        if (!raw || into === null) return;
        const text = (raw[into] ?? "") + part;
        if (text.length > limits.cellLength)
          throw new FileFault("bomb-cell", { row, column, values: { limit: limits.cellLength } });
        raw[into] = text;
      },
    },
    limits.cellLength * 6,
  );
  for await (const chunk of xml) {
    tokens.push(chunk);
    if (batch.length > 0) yield batch;
    batch = [];
  }
  tokens.end();
}

/** The column of a place like "AB12", from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const code = place.charCodeAt(at) & 0xdf; // capital
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** "B2:D5" as rows and columns; a place alone is its own extent. Null where it is neither. */
export function extentOf(reference: string): MergedCells | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(reference);
  if (!match) return null;
  const [, from = "", top = "", to = from, bottom = top] = match;
  return { fromRow: Number(top), toRow: Number(bottom), fromColumn: columnOf(from), toColumn: columnOf(to) };
}

function merge(frame: SheetFrame, reference: string): void {
  const extent = extentOf(reference);
  if (!extent) return;
  frame.mergedCount++;
  if (frame.merged.length < 1000) frame.merged.push(extent);
}
