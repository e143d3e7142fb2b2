import type { AmountStyle } from "@/lib/domain/import/amount-style";
import type { Cell, SheetRow } from "@/lib/domain/import/cell";
import { isEmptyCell } from "@/lib/domain/import/cell";
import { type Decimal, decimalText, times, toMinor, trimmed } from "@/lib/domain/import/decimal";
import type { FaultValues, Parsed } from "@/lib/domain/import/fault";
import { normaliseHeader, withoutUnit } from "@/lib/domain/import/normalise-header";
import { parseAmount } from "@/lib/domain/import/parse-amount";
import { parseBoolean } from "@/lib/domain/import/parse-boolean";
import { parseDay } from "@/lib/domain/import/parse-day";
import { parseMonth } from "@/lib/domain/import/parse-month";
import { parsePercent } from "@/lib/domain/import/parse-percent";
import { parseQuantity } from "@/lib/domain/import/parse-quantity";
import { parseText } from "@/lib/domain/import/parse-text";
import { currencyExponent } from "@/lib/domain/money";
import type { StageProblem, StageRow } from "@/lib/io/import-stage";
import type { ImportKind, KindField, RowDraft } from "../kind";
import type { ColumnStyles, RunOptions } from "../schema";

type Value = { text: string | null } | { amount: Decimal; currency: string | null };
type Read = { ok: true; value: Value } | { ok: false; code: string; values?: FaultValues };

export type ReadRow = { staged: StageRow; problems: StageProblem[] };

/** The company's currency, and how the file is read. */
export type ReaderSetup = { kind: ImportKind; options: RunOptions; styles: ColumnStyles; company: string };

/** Reads the rows of one file: every cell in the form in which the database takes it, and what is wrong with the others. */
export function rowReader({ kind, options, styles, company }: ReaderSetup) {
  const columnsOf = new Map<string, number[]>();
  for (const [column, field] of options.columns.entries())
    if (field) columnsOf.set(field, [...(columnsOf.get(field) ?? []), column]);
  const units = new Map(
    kind.fields.map(({ field }) => [field, withoutUnit(options.names[columnsOf.get(field)?.[0] ?? -1] ?? "").unit]),
  );
  const fallback = options.currency ?? [...units.values()].find((unit) => unit.currency)?.currency ?? company;
  const order = [...kind.fields.map(({ field }) => field), ...(kind.hidden ?? []).map(({ field }) => field)];
  const choices = new Map(kind.fields.map((field) => [field.field, choiceMap(field)]));

  const readField = (field: KindField, cell: Cell | undefined): Read => {
    const read = parseCell(field, cell, styles);
    if (!read.ok) return read;
    if ("amount" in read.value) {
      const scale = units.get(field.field)?.scale ?? 1;
      if (scale === 1) return read;
      return {
        ok: true,
        value: { ...read.value, amount: times(read.value.amount, { units: BigInt(scale), scale: 0 }) },
      };
    }
    const map = choices.get(field.field);
    if (!map || read.value.text === null) return read;
    const chosen = map.get(normaliseHeader(read.value.text));
    return chosen === undefined ? { ok: false, code: "choice-unknown" } : { ok: true, value: { text: chosen } };
  };

  return {
    read(line: SheetRow, mend?: Readonly<Record<string, string>>): ReadRow {
      const values = new Map<string, Value>();
      const failed = new Map<string, StageProblem>();
      const fail = (field: string, code: string, value: string | null, values?: FaultValues) => {
        if (!failed.has(field)) failed.set(field, { row: line.row, field, code, value, detail: values ?? null });
      };
      for (const field of kind.fields) {
        const columns = columnsOf.get(field.field) ?? [];
        const mended = mend?.[field.field];
        const cells = mended === undefined ? columns.map((column) => line.cells[column]) : [mended];
        const filled = cells.filter((cell) => !isEmptyCell(cell));
        const read = field.many ? readMany(field, filled, readField) : readField(field, cells[0]);
        if (!read.ok) fail(field.field, read.code, shown(filled[0]), read.values);
        else values.set(field.field, read.value);
        if (read.ok && field.required && isNothing(read.value)) fail(field.field, "required", null);
      }
      if (!mend)
        for (const fault of line.faults ?? []) if (fault.code !== "nul") fail("", fault.code, null, fault.values);
      const textOf = (field: string) => {
        const value = values.get(field);
        return value && "text" in value ? value.text : null;
      };
      const draft: RowDraft = {
        text: textOf,
        amount: (field) => {
          const value = values.get(field);
          return value && "amount" in value ? { value: value.amount, currency: value.currency } : null;
        },
        set: (field, value) => values.set(field, { text: value }),
        company,
        fallback,
      };
      const fault = failed.size === 0 ? kind.finish?.(draft) : null;
      if (fault) fail(fault.field, fault.code, shownValue(values.get(fault.field)));
      return {
        staged: { row: line.row, cells: order.map((field) => settled(values.get(field), fallback)) },
        problems: [...failed.values()],
      };
    },
  };
}

function parseCell(field: KindField, cell: Cell | undefined, styles: ColumnStyles): Read {
  const amounts: AmountStyle = styles.amounts[field.field] ?? { decimal: null, mixed: false, ambiguous: 0 };
  const days = styles.days[field.field] ?? { order: null, mixed: false, system: "1900" as const };
  switch (field.type) {
    case "money": {
      const read = parseAmount(cell, amounts);
      if (!read.ok) return read;
      return read.value === null
        ? nothing
        : { ok: true, value: { amount: read.value.value, currency: read.value.currency } };
    }
    case "quantity":
      return decimal(parseQuantity(cell, amounts, field.scale));
    case "percent":
      return decimal(parsePercent(cell, { unit: styles.units[field.field] ?? null, amounts }));
    case "day": {
      const read = parseDay(cell, days);
      return read.ok ? text(read.value?.day ?? null) : read;
    }
    case "month": {
      const read = parseMonth(cell, days);
      return read.ok ? text(read.value && `${read.value}-01`) : read;
    }
    case "boolean": {
      const read = parseBoolean(cell);
      return read.ok ? text(read.value === null ? null : String(read.value)) : read;
    }
    default: {
      const rules = { lines: field.type === "lines", identifier: field.type === "identifier", longest: field.longest };
      const read = parseText(cell, rules);
      return read.ok ? text(read.value) : read;
    }
  }
}

const nothing: Read = { ok: true, value: { text: null } };
const text = (value: string | null): Read => ({ ok: true, value: { text: value } });

function decimal(read: Parsed<Decimal | null>): Read {
  return read.ok ? text(read.value && decimalText(trimmed(read.value))) : read;
}

// Values of several columns of one field stand under each other.
function readMany(
  field: KindField,
  cells: (Cell | undefined)[],
  one: (field: KindField, cell: Cell | undefined) => Read,
): Read {
  const texts: string[] = [];
  for (const cell of cells) {
    const read = one(field, cell);
    if (!read.ok) return read;
    if ("text" in read.value && read.value.text !== null && !texts.includes(read.value.text))
      texts.push(read.value.text);
  }
  return text(texts.join("\n") || null);
}

function choiceMap({ choices }: KindField): Map<string, string> | null {
  if (!choices) return null;
  return new Map(
    Object.entries(choices).flatMap(([value, words]) =>
      [value, ...words].map((word) => [normaliseHeader(word), value]),
    ),
  );
}

function isNothing(value: Value): boolean {
  return "text" in value && value.text === null;
}

function shown(cell: Cell | undefined): string | null {
  const plain = typeof cell === "object" && cell !== null && "formula" in cell ? cell.value : (cell ?? null);
  if (plain === null) return null;
  const said = typeof plain === "object" ? String(Object.values(plain)[0]) : String(plain);
  return said.slice(0, 500);
}

function shownValue(value: Value | undefined): string | null {
  if (!value) return null;
  return "text" in value ? (value.text?.slice(0, 500) ?? null) : decimalText(value.amount);
}

// An amount that `finish` left as it was: minor units of its own currency.
function settled(value: Value | undefined, fallback: string): string | null {
  if (!value) return null;
  if ("text" in value) return value.text;
  return String(toMinor(value.amount, currencyExponent(value.currency ?? fallback)).minor);
}
