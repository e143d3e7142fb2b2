/** Each code is a message key in the namespace `importFile.faults`; the values are that message's placeholders. */
export type ImportFaultCode = FileFaultCode | RowFaultCode | CellFaultCode;

/** Why a whole file cannot be read. */
export type FileFaultCode =
  | "file-empty"
  | "file-old-excel"
  | "file-locked"
  | "file-html"
  | "file-xml"
  | "file-open-document"
  | "file-binary-excel"
  | "file-pdf"
  | "file-archive"
  | "file-other"
  | "file-damaged"
  | "file-no-sheet"
  | "bomb-size"
  | "bomb-ratio"
  | "bomb-entries"
  | "bomb-strings"
  | "bomb-cells"
  | "bomb-cell"
  | "bomb-row"
  | "bomb-columns"
  | "encoding-broken"
  | "quote-open";

/** What is wrong with one row, which is read all the same. */
export type RowFaultCode = "row-short" | "row-long" | "quote-odd" | "nul" | "replaced-character";

export type CellFaultCode =
  | "cell-error"
  | "formula-no-value"
  | "amount-invalid"
  | "amount-ambiguous"
  | "amount-percent"
  | "amount-date"
  | "amount-exponent"
  | "amount-large"
  | "percent-invalid"
  | "percent-ambiguous"
  | "quantity-scale"
  | "day-invalid"
  | "day-none"
  | "day-ambiguous"
  | "day-range"
  | "month-invalid"
  | "month-no-year"
  | "boolean-invalid"
  | "text-long"
  | "text-digits-lost";

export type FaultValues = Record<string, string | number>;

/** `row` counts from 1 as a spreadsheet shows it, `column` is the index in the row's cells. */
export type ImportFault = { code: ImportFaultCode; row?: number; column?: number; values?: FaultValues };

export type Parsed<T> = { ok: true; value: T } | { ok: false; code: CellFaultCode; values?: FaultValues };

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function faulty(
  code: CellFaultCode,
  values?: FaultValues,
): { ok: false; code: CellFaultCode; values?: FaultValues } {
  return values ? { ok: false, code, values } : { ok: false, code };
}

/** As much of a text as fits into a message. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
