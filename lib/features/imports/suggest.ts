import { cellText, type SheetRow } from "@/lib/domain/import/cell";
import type { ImportField } from "@/lib/domain/import/import-field";
import { type ColumnMatch, matchHeaders } from "@/lib/domain/import/match-headers";
import { headerKey } from "@/lib/domain/import/normalise-header";
import { periodColumns } from "@/lib/domain/import/period-columns";
import type { Locale } from "@/lib/i18n/locale";
import { type FileInspection, inspectFile } from "@/lib/io/spreadsheet/inspect-file";
import { fieldLabel } from "./field-label";
import type { ImportKind } from "./kind";
import type { RunOptions } from "./schema";

type Reading = Pick<RunOptions, "sheet" | "encoding" | "delimiter">;

/** Looks through a file as an import of this kind would read it. Throws a FileFault. */
export function inspectFor(
  kind: ImportKind,
  path: string,
  { atMost, ...reading }: Reading & { atMost?: number } = {},
): Promise<FileInspection> {
  const known = new Set(fieldsOf(kind).flatMap(({ synonyms }) => [...synonyms.ru, ...synonyms.en].map(headerKey)));
  return inspectFile(path, { ...reading, atMost, known });
}

/**
 * The choices that a person starts from: the file's own form, and for each column the field whose synonym its header is. `headerRow` is the reader's
 * word on where the header ends; 0 for a table without one.
 */
export function suggestOptions(
  kind: ImportKind,
  seen: FileInspection,
  language: Locale,
  headerRow?: number,
): RunOptions {
  const names = headerNames(seen, headerRow);
  const columns = names.length > 0 ? matchNames(kind, names, language).map(({ field }) => field) : empty(seen.columns);
  return {
    ...(seen.format === "xlsx" ? { sheet: seen.sheet } : {}),
    ...(seen.encoding ? { encoding: seen.encoding.used } : {}),
    ...(seen.delimiter ? { delimiter: seen.delimiter } : {}),
    headerRow: headerRow ?? seen.header?.rows.at(-1) ?? 0,
    names,
    columns,
    update: false,
    createMissing: false,
    replacePeriod: false,
  };
}

/** By their names; columns of periods by what they name, where the kind has them. */
export function matchNames(kind: ImportKind, names: readonly string[], language: Locale): ColumnMatch[] {
  const matched = matchHeaders(names, fieldsOf(kind), language).columns;
  const wide = new Set(kind.fields.flatMap(({ field, shape }) => (shape === "wide" ? [field] : [])));
  if (wide.size === 0) return matched;
  const periods = periodColumns(names).map((field) => (field !== null && wide.has(field) ? field : null));
  // A field that a period took is not filled by another column too.
  const taken = new Set(periods);
  return matched.map((column, at): ColumnMatch => {
    const field = periods[at] ?? null;
    if (field !== null) return { ...column, field, by: "name" };
    return column.field !== null && taken.has(column.field) ? { ...column, field: null, by: "taken" } : column;
  });
}

// A field is also found by what the screen calls it, in either language: so a template comes back as it went.
function fieldsOf(kind: ImportKind): ImportField[] {
  return kind.fields.map((field) => ({
    ...field,
    synonyms: {
      en: [...field.synonyms.en, fieldLabel("en", field.field)],
      ru: [...field.synonyms.ru, fieldLabel("ru", field.field)],
    },
  }));
}

function headerNames(seen: FileInspection, headerRow?: number): string[] {
  if (headerRow === undefined || headerRow === seen.header?.rows.at(-1)) return seen.header?.names ?? [];
  const line: SheetRow | undefined = seen.preview.find(({ row }) => row === headerRow);
  return line
    ? Array.from({ length: Math.max(seen.columns, line.cells.length) }, (_, at) => cellText(line.cells[at]))
    : [];
}

const empty = (columns: number): null[] => Array.from({ length: columns }, () => null);
