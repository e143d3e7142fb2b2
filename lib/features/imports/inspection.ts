import { cellText, columnLetter } from "@/lib/domain/import/cell";
import type { ImportFault } from "@/lib/domain/import/fault";
import { type KnownSystem, knownSystem } from "@/lib/domain/import/known-system";
import type { Locale } from "@/lib/i18n/locale";
import type { FileInspection } from "@/lib/io/spreadsheet/inspect-file";
import { faultText } from "./fault-text";
import type { ImportKind } from "./kind";
import type { RunOptions } from "./schema";
import { matchNames } from "./suggest";

export type FileColumn = {
  /** Its header as the file has it; its letter where there is none. */
  header: string;
  letter: string;
  /** The field that its name means; null where nothing fits or a better column has it. */
  guess: string | null;
  /** Which column of this name it is, from 1. */
  occurrence: number;
  /** Blanks stand around the name. */
  padded: boolean;
  samples: string[];
};

/** What a file holds, for the eyes of who maps it. */
export type FileView = {
  sheets: { name: string; hidden: boolean }[];
  encoding: { used: string; sure: boolean } | null;
  delimiter: string | null;
  headerRows: number[];
  merged: number;
  formulas: number;
  errorCells: number;
  preview: { row: number; cells: string[] }[];
  columns: FileColumn[];
  system: KnownSystem | null;
};

const previewRows = 12;
const samplesOf = 3;

export function fileView(kind: ImportKind, seen: FileInspection, options: RunOptions, locale: Locale): FileView {
  const { names, headerRow } = options;
  const matches = matchNames(kind, names, locale);
  const body = seen.preview.filter(({ row }) => row > headerRow);
  const columns = options.columns.map((_, at): FileColumn => {
    const name = names[at] ?? "";
    const filled = body.map(({ cells }) => shortened(cellText(cells[at]))).filter((text) => text !== "");
    return {
      header: name.trim() || columnLetter(at),
      letter: columnLetter(at),
      guess: matches[at]?.field ?? null,
      occurrence: matches[at]?.occurrence ?? 1,
      padded: name !== name.trim(),
      samples: [...new Set(filled)].slice(0, samplesOf),
    };
  });
  const preview = seen.preview.slice(0, previewRows).map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: Math.min(seen.columns, 40) }, (_, at) => shortened(cellText(cells[at]))),
  }));
  return {
    sheets: seen.sheets.map(({ name, hidden }) => ({ name, hidden })),
    encoding: seen.encoding,
    delimiter: seen.delimiter,
    headerRows:
      seen.header && seen.header.rows.at(-1) === headerRow ? seen.header.rows : headerRow > 0 ? [headerRow] : [],
    merged: seen.mergedCount,
    formulas: seen.formulas,
    errorCells: seen.errorCells,
    preview,
    columns,
    system: knownSystem(names),
  };
}

/** Why a file cannot be read, with the row where it shows. */
export function fileFaultText(locale: Locale, fault: ImportFault): string {
  return faultText(locale, { code: fault.code, value: null, detail: fault.values ?? null });
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
