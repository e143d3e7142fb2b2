import type { ImportView } from "@/lib/features/imports/queries";
import type { RunOptions } from "@/lib/features/imports/schema";

export type Reading = Pick<RunOptions, "sheet" | "encoding" | "delimiter"> & { headerRow?: number };
/** What a person has chosen so far; `options` stays null until the file has been looked at. `stale`: they are of another way to read it. */
export type MappingDraft = { reading: Reading; options: RunOptions | null; stale: boolean };

export function startOf({ options }: ImportView): MappingDraft {
  if (!options) return { reading: {}, options: null, stale: false };
  const { sheet, encoding, delimiter, headerRow } = options;
  return { reading: { sheet, encoding, delimiter, headerRow }, options, stale: false };
}

/** The file was read in another way: its columns are new, what is done with it stays. */
export function reread(before: RunOptions | null, fresh: RunOptions): RunOptions {
  if (!before) return fresh;
  const { update, createMissing, replacePeriod, decimal, dayOrder, currency } = before;
  return { ...fresh, update, createMissing, replacePeriod, decimal, dayOrder, currency };
}

/** Gives a field to a column; one that may stand only once leaves the column that had it. */
export function withField(options: RunOptions, at: number, field: string | null, many: boolean): RunOptions {
  const columns = options.columns.map((taken, place) => {
    if (place === at) return field;
    return !many && field !== null && taken === field ? null : taken;
  });
  return { ...options, columns };
}

/** Fields that no column fills yet though one must; of a group one is enough. */
export function missingFields({ about }: Pick<ImportView, "about">, { columns }: RunOptions): string[][] {
  const alone = about.fields
    .filter(({ required, field }) => required && !columns.includes(field))
    .map(({ field }) => [field]);
  return [...alone, ...about.either.filter((group) => !group.some((field) => columns.includes(field)))];
}
