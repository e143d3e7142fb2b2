import type { Scope } from "@/lib/access/scope";
import type { Decimal } from "@/lib/domain/import/decimal";
import type { ImportField } from "@/lib/domain/import/import-field";
import type { RunOptions } from "./schema";

export type Shape = "wide" | "long";

/** A field as an import's file fills it. Its name is the column of the temporary table `staged`, so it is in snake case. */
export type KindField = ImportField & {
  /** Longest text, in characters. */
  longest?: number;
  /** The words that mean one of a few values: { signed: ["подписан", "signed"] }. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** What the template shows, where a value of the field's type would not do; "" leaves the cell empty. */
  example?: string;
  /** Of a kind that comes in two forms: a field of the one in which each row has one figure, or of the one with a column per period. */
  shape?: Shape;
  /** A column that files have and templates do without. */
  template?: false;
};

/** A column of `staged` that no header fills: `finish` works it out. */
export type HiddenField = { field: string; type: "text" | "number" };

/** One row while it is read: amounts are exact until `finish` has rounded them. */
export type RowDraft = {
  text(field: string): string | null;
  amount(field: string): { value: Decimal; currency: string | null } | null;
  set(field: string, value: string | null): void;
  /** The currency that the company counts in, and the one that the file's headers or its reader named. */
  readonly company: string;
  readonly fallback: string;
};

export type CellFault = { field: string; code: string };

/** What the statements of a kind are made for. */
export type KindContext = {
  scope: Scope;
  run: string;
  /** Fields that a column of the file fills. */
  mapped: ReadonlySet<string>;
  options: RunOptions;
};

/** A cell that a check asks about and does not refuse; `value` is what stands there. */
export type Question = {
  row: number;
  field: string;
  code: string;
  value: string;
  detail: Record<string, string | number>;
};

export type Counts = { create: number; update: number; same: number; remove: number };
export type Total = { field: string; currency: string | null; value: string };

/**
 * One kind of import. Its statements work on temporary tables: `staged` (the rows that could be read, a typed column per field, and row_no) is
 * there; `resolve` makes `good` (a row per staged row: row_no, id, is_new, changed, and what will be written), from which the engine takes the
 * rows that `problems` names. Everything runs with the starter's own reach, in one transaction.
 */
export type ImportKind = {
  name: string;
  fields: readonly KindField[];
  hidden?: readonly HiddenField[];
  /** Groups of fields of which one must be mapped, besides the required ones. */
  either?: readonly (readonly string[])[];
  /** Whether it can add names that the file has and the company has not, and take away what the file's period lacks. */
  offers?: { create?: boolean; replace?: boolean };
  finish?(row: RowDraft): CellFault | null;
  /** Writes that other rows then point at (missing products); only while it is applied, and only when asked for. */
  prepare?(of: KindContext): Promise<void>;
  resolve(of: KindContext): Promise<void>;
  /** Statements that select row_no, field, code, value. */
  problems(of: KindContext): string[];
  /** Cells to be looked at. They may hang on other rows, so all are asked anew when one row changes. */
  questions?(of: KindContext): Promise<Question[]>;
  /** Also what `apply` stands on. */
  counts(of: KindContext): Promise<Counts>;
  totals(of: KindContext): Promise<{ totals: Total[]; rounding: string }>;
  apply(of: KindContext): Promise<void>;
};
