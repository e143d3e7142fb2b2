import { stat } from "node:fs/promises";
import type { SheetRow } from "@/lib/domain/import/cell";
import type { ImportFault } from "@/lib/domain/import/fault";
import type { TableHeader } from "@/lib/domain/import/find-header";
import type { DateSystem } from "@/lib/domain/import/serial-day";
import { csvRows } from "./csv-rows";
import type { Delimiter } from "./delimiter";
import { FileFault } from "./file-fault";
import type { FileFormat } from "./file-format";
import { type ReadLimits, readLimits } from "./read-limits";
import { bookRows, type ReadOptions } from "./read-rows";
import { extentOf, type MergedCells, type SheetFrame } from "./sheet-rows";
import { sourceForm } from "./source-form";
import type { Encoding } from "./text-encoding";
import { watchTable } from "./watch-table";
import { openWorkbook, type Workbook } from "./workbook";
import { partText } from "./zip-part";

/** A sheet of a workbook. `claimed` is the extent that the file states and that may be untrue; null where it states none. */
export type SheetInfo = { name: string; hidden: boolean; claimed: { rows: number; columns: number } | null };

/** What a file holds, found by reading all of the chosen sheet once. */
export type FileInspection = {
  format: FileFormat;
  bytes: number;
  /** Of a text file; `sure` where it can be no other encoding. */
  encoding: { used: Encoding; sure: boolean } | null;
  delimiter: Delimiter | null;
  dateSystem: DateSystem;
  sheets: SheetInfo[];
  /** The sheet that the rest describes: an index of `sheets`. */
  sheet: number;
  /** Whether it was read to its end. */
  whole: boolean;
  /** Filled rows, and the number of the last of them. */
  rows: number;
  lastRow: number;
  columns: number;
  /** The first filled rows, up to 50. */
  preview: SheetRow[];
  header: TableHeader | null;
  /** The rows below the header that sum up others, the first 1000. */
  totals: number[];
  merged: MergedCells[];
  mergedCount: number;
  formulas: number;
  errorCells: number;
  /** What is wrong with single rows below the header: how often, and the first 100. */
  faultCount: number;
  faults: ImportFault[];
};

/** Header keys of the fields that the file could fill help to find its header: see `findHeader`. */
export type InspectOptions = Omit<ReadOptions, "width" | "afterRow"> & {
  known?: ReadonlySet<string>;
  /** Looks no further than about so many rows: what a person who waits wants to see of a large file. */
  atMost?: number;
};

/** Throws a FileFault where the file, or the chosen sheet, cannot be read to its end. */
export async function inspectFile(path: string, options: InspectOptions = {}): Promise<FileInspection> {
  const limits = { ...readLimits, ...options.limits };
  const form = await sourceForm(path, options);
  const { size: bytes } = await stat(path);
  if (form.format === "xlsx") return { bytes, ...(await inspectWorkbook(path, options, limits)) };
  const table = watchTable(options.known, true);
  const whole = await watch(csvRows(path, form, limits), table, options.atMost);
  const seen = table.result();
  if (seen.rows === 0) throw new FileFault("file-empty");
  return {
    format: "csv",
    bytes,
    encoding: { used: form.encoding, sure: form.sure },
    delimiter: form.delimiter,
    dateSystem: "1900",
    sheets: [{ name: "", hidden: false, claimed: null }],
    sheet: 0,
    merged: [],
    mergedCount: 0,
    whole,
    ...seen,
  };
}

async function watch(
  batches: AsyncIterable<SheetRow[]>,
  table: ReturnType<typeof watchTable>,
  atMost = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  let seen = 0;
  for await (const batch of batches) {
    table.see(batch);
    seen += batch.length;
    if (seen >= atMost) return false;
  }
  return true;
}

async function inspectWorkbook(
  path: string,
  options: InspectOptions,
  limits: ReadLimits,
): Promise<Omit<FileInspection, "bytes">> {
  const book = await openWorkbook(path, limits);
  try {
    const sheets = await listSheets(book, limits);
    const sheet = options.sheet ?? likelySheet(sheets);
    const table = watchTable(options.known, false);
    const frame: SheetFrame = { merged: [], mergedCount: 0 };
    const whole = await watch(bookRows(book, sheet, limits, frame), table, options.atMost);
    const { merged, mergedCount } = frame;
    const seen = table.result();
    if (seen.rows === 0 && sheets.length === 1) throw new FileFault("file-empty");
    const form = { format: "xlsx" as const, encoding: null, delimiter: null, dateSystem: book.system };
    return { ...form, sheets, sheet, merged, mergedCount, whole, ...seen };
  } finally {
    await book.file.close();
  }
}

async function listSheets(book: Workbook, limits: ReadLimits): Promise<SheetInfo[]> {
  const sheets: SheetInfo[] = [];
  for (const [at, { name, hidden, entry }] of book.sheets.entries()) {
    const extent = at < 100 ? await claimedExtent(partText(book.file, entry, limits)) : null;
    sheets.push({ name, hidden, claimed: extent && { rows: extent.toRow, columns: extent.toColumn + 1 } });
  }
  return sheets;
}

// It stands before the rows, so the first piece of the sheet has it. A broken sheet matters only to who reads it.
async function claimedExtent(xml: AsyncGenerator<string>): Promise<MergedCells | null> {
  try {
    const { value } = await xml.next();
    const reference = /<(?:\w+:)?dimension\s[^>]*?ref\s*=\s*["']([^"']+)/.exec(value ?? "")?.[1];
    return reference ? extentOf(reference) : null;
  } catch (error) {
    if (error instanceof FileFault) return null;
    throw error;
  } finally {
    await xml.return(undefined);
  }
}

/** The first sheet that is shown and claims more than one cell, else the first that is shown, else the first. */
function likelySheet(sheets: SheetInfo[]): number {
  const shown = sheets.findIndex(({ hidden }) => !hidden);
  const filled = sheets.findIndex(({ hidden, claimed }) => !hidden && (!claimed || claimed.rows * claimed.columns > 1));
  return filled >= 0 ? filled : Math.max(0, shown);
}
