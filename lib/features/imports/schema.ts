import { z } from "zod";
import { encodings, importStatuses, kindNames } from "@/lib/domain/import/kind-names";

// What a person chooses for an import, and what an import tells. Messages are keys of the errors namespace.

export const kindName = z.enum(kindNames, "choose-one");

/** How the file is read, and what may be done with it. `columns` has the field of each column, null where it is left aside. */
export const runOptions = z.strictObject({
  sheet: z.int().min(0).max(1000).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  /** The last row of the header; 0 where the table has none. */
  headerRow: z.int().min(0).max(1000),
  names: z.array(z.string().max(500)).max(500),
  columns: z.array(z.string().max(60).nullable()).max(500),
  /** Changes rows that are there already; else they stay. */
  update: z.boolean(),
  /** Adds products, groups, industries and regions that the file names. */
  createMissing: z.boolean(),
  /** Takes away what the file's own period has and the file has not. */
  replacePeriod: z.boolean(),
  /** The reader's word where a column does not tell. */
  decimal: z.enum([",", "."]).optional(),
  dayOrder: z.enum(["dmy", "mdy"]).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "not-a-currency")
    .optional(),
});
export type RunOptions = z.output<typeof runOptions>;

const amountStyle = z.object({ decimal: z.enum([",", "."]).nullable(), mixed: z.boolean(), ambiguous: z.number() });

/** How each mapped column writes its values: kept, so that a mended value is read like its column. */
export const columnStyles = z.object({
  amounts: z.record(z.string(), amountStyle),
  units: z.record(z.string(), z.enum(["percent", "fraction"]).nullable()),
  days: z.record(
    z.string(),
    z.object({ order: z.enum(["dmy", "mdy"]).nullable(), mixed: z.boolean(), system: z.enum(["1900", "1904"]) }),
  ),
});
export type ColumnStyles = z.output<typeof columnStyles>;

/** What a check found, and then what a run did. Totals are exact decimals in major units; `rounding` = booked − written. */
export const runResult = z.object({
  rows: z.number(),
  /** Rows that sum up others. */
  skipped: z.number(),
  faulty: z.number(),
  /** Cells that look like typing errors, and that nobody has found right. */
  questions: z.number().default(0),
  create: z.number(),
  update: z.number(),
  same: z.number(),
  remove: z.number(),
  totals: z.array(z.object({ field: z.string(), currency: z.string().nullable(), value: z.string() })),
  rounding: z.string(),
  styles: columnStyles,
  /** Of a revert. */
  reverted: z.object({ removed: z.number(), restored: z.number(), archived: z.number(), kept: z.number() }).optional(),
});
export type RunResult = z.output<typeof runResult>;

/** How far an import is: rows done of a total that may not be known. */
export const watched = z.object({
  status: z.enum(importStatuses),
  version: z.number(),
  step: z.string().nullable(),
  done: z.number().nullable(),
  total: z.number().nullable(),
  stopping: z.boolean(),
});
export type Watched = z.output<typeof watched>;

export const runIdInput = z.strictObject({ id: z.uuid("not-found") });
export const startInput = z.strictObject({ file: z.uuid("not-found"), kind: kindName });
export const inspectInput = z.strictObject({
  id: z.uuid("not-found"),
  sheet: z.int().min(0).max(1000).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum([",", ";", "\t", "|"]).optional(),
  /** The reader's word on which row ends the header. */
  headerRow: z.int().min(0).max(50).optional(),
});
export const forgetInput = z.strictObject({ id: z.uuid("not-found"), names: z.array(z.string().max(500)).max(500) });
export const templateInput = z.object({
  kind: kindName,
  format: z.enum(["csv", "xlsx"]).catch("xlsx"),
  shape: z.enum(["wide", "long"]).catch("wide"),
});
export const faultFileInput = z.object({ importId: z.uuid() });
const many = <T extends z.ZodType>(of: T) =>
  z
    .preprocess((said) => (said === undefined || said === "" ? [] : Array.isArray(said) ? said : [said]), z.array(of))
    .catch([]);

/** The address of the list. */
export const importsFilter = z.object({
  q: z.string().trim().max(100).catch("").default(""),
  kind: many(kindName),
  status: many(z.enum(importStatuses)),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  size: z.coerce
    .number()
    .refine((size) => [50, 100, 200].includes(size))
    .catch(50)
    .default(50),
  cols: z.string().max(300).optional().catch(undefined),
});
export type ImportsFilter = z.output<typeof importsFilter>;

/** The address of an import's page. */
export const importFilter = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  edit: z.literal("1").optional().catch(undefined),
});
export const optionsInput = z.strictObject({ id: z.uuid("not-found"), version: z.int(), options: runOptions });
export const mendInput = z.strictObject({
  id: z.uuid("not-found"),
  row: z.int().min(1),
  texts: z.record(z.string().max(60), z.string().max(5000)),
});
/** One cell that was asked about; without `row` all of them. */
export const acceptInput = z.strictObject({
  id: z.uuid("not-found"),
  cell: z.strictObject({ row: z.int().min(1), field: z.string().max(60) }).optional(),
});
export const problemsFilter = z.strictObject({
  id: z.uuid("not-found"),
  page: z.int().min(1).max(100_000).catch(1).default(1),
});
export const revertInput = z.strictObject({
  id: z.uuid("not-found"),
  version: z.int(),
  /** Rows changed since that are put back all the same: "table:id". */
  chosen: z.array(z.string().regex(/^[a-z_]+:[0-9a-f-]{36}$/)).max(10_000),
});
