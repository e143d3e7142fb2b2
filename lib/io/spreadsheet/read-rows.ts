import type { SheetRow } from "@/lib/domain/import/cell";
import { csvRows } from "./csv-rows";
import type { Delimiter } from "./delimiter";
import { FileFault } from "./file-fault";
import { type ReadLimits, readLimits } from "./read-limits";
import { type SheetFrame, sheetRows } from "./sheet-rows";
import { sourceForm } from "./source-form";
import type { Encoding } from "./text-encoding";
import { openWorkbook, type Workbook } from "./workbook";
import { partText } from "./zip-part";

/**
 * `sheet` is the index among a workbook's sheets. `encoding` and `delimiter` are of text files, found out where they are not
 * given. `width`: how many columns the table has, so that rows of text files with fewer or more are reported. `afterRow`
 * leaves out the rows up to that one: titles and header, or what an earlier run has done.
 */
export type ReadOptions = {
  sheet?: number;
  encoding?: Encoding;
  delimiter?: Delimiter;
  width?: number;
  afterRow?: number;
  limits?: Partial<ReadLimits>;
};

/** The filled rows of a file, one after the other, in memory that does not grow with the file. Throws a FileFault. */
export async function* readRows(path: string, options: ReadOptions = {}): AsyncGenerator<SheetRow> {
  for await (const batch of readRowBatches(path, options)) yield* batch;
}

/** The same rows in batches as they come out of the file (some hundreds): quicker for who takes them in bulk. */
export async function* readRowBatches(path: string, options: ReadOptions = {}): AsyncGenerator<SheetRow[]> {
  const limits = { ...readLimits, ...options.limits };
  const form = await sourceForm(path, options);
  const after = options.afterRow ?? 0;
  const batches =
    form.format === "csv" ? csvRows(path, form, limits, options.width) : workbookRows(path, options.sheet ?? 0, limits);
  for await (const batch of batches) {
    const wanted = (batch[0]?.row ?? 0) > after ? batch : batch.filter(({ row }) => row > after);
    if (wanted.length > 0) yield wanted;
  }
}

async function* workbookRows(path: string, sheet: number, limits: ReadLimits): AsyncGenerator<SheetRow[]> {
  const book = await openWorkbook(path, limits);
  try {
    yield* bookRows(book, sheet, limits);
  } finally {
    await book.file.close();
  }
}

/** The rows of one sheet of an open workbook; `frame` is filled with what stands around them. */
export async function* bookRows(
  book: Workbook,
  sheet: number,
  limits: ReadLimits,
  frame?: SheetFrame,
): AsyncGenerator<SheetRow[]> {
  const chosen = book.sheets[sheet];
  if (!chosen) throw new FileFault("file-no-sheet");
  const context = { strings: await book.strings(), kinds: book.kinds, system: book.system, days: new Map() };
  yield* sheetRows(partText(book.file, chosen.entry, limits), context, limits, frame);
}
