import { matchHeaders } from "@/lib/domain/import/match-headers";
import { headerKey } from "@/lib/domain/import/normalise-header";
import type { Locale } from "@/lib/i18n/locale";
import { type FileInspection, inspectFile } from "@/lib/io/spreadsheet/inspect-file";
import type { ImportKind } from "./kind";
import type { RunOptions } from "./schema";

type Reading = Pick<RunOptions, "sheet" | "encoding" | "delimiter">;

/** Looks through a file as an import of this kind would read it. Throws a FileFault. */
export function inspectFor(kind: ImportKind, path: string, reading: Reading = {}): Promise<FileInspection> {
  const known = new Set(kind.fields.flatMap(({ synonyms }) => [...synonyms.ru, ...synonyms.en].map(headerKey)));
  return inspectFile(path, { ...reading, known });
}

/** The choices that a person starts from: the file's own form, and for each column the field whose synonym its header is. */
export function suggestOptions(kind: ImportKind, seen: FileInspection, language: Locale): RunOptions {
  const names = seen.header?.names ?? [];
  const columns =
    names.length > 0
      ? matchHeaders(names, kind.fields, language).columns.map(({ field }) => field)
      : Array(seen.columns).fill(null);
  return {
    ...(seen.format === "xlsx" ? { sheet: seen.sheet } : {}),
    ...(seen.encoding ? { encoding: seen.encoding.used } : {}),
    ...(seen.delimiter ? { delimiter: seen.delimiter } : {}),
    headerRow: seen.header?.rows.at(-1) ?? 0,
    names,
    columns,
    update: false,
    createMissing: false,
    replacePeriod: false,
  };
}
