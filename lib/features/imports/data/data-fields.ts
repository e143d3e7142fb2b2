import type { ExportField } from "@/lib/access/export-file";
import { cleanText } from "@/lib/domain/import/parse-text";
import { currencyExponent, decimalOf } from "@/lib/domain/money";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import { fieldLabel } from "../field-label";
import type { ImportKind, KindField } from "../kind";
import type { DataExport } from "./data-export";

export type DataRow = readonly (string | null)[];

/** The columns of a kind's file: headers that its import knows, and cells that it reads as what they were. */
export function dataFields(kind: ImportKind, of: DataExport, locale: Locale): ExportField<DataRow>[] {
  const seen = new Map<string, number>();
  const currencyAt = of.columns.indexOf("currency");
  return of.columns.map((name, at) => {
    const field = kind.fields.find((one) => one.field === name);
    if (!field) throw new Error(`${kind.name} has no field ${name}`);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const label = fieldLabel(locale, name);
    const head = { id: `${name}-${nth}`, header: nth > 1 ? `${label} ${nth}` : label };
    return dataField(head, { field, at, currencyAt, of, locale });
  });
}

type Place = { field: KindField; at: number; currencyAt: number; of: DataExport; locale: Locale };

function dataField(head: { id: string; header: string }, place: Place): ExportField<DataRow> {
  const { field, at, currencyAt, of, locale } = place;
  const cell = (row: DataRow) => row[at] ?? null;
  if (field.type === "day") return { ...head, type: "day", value: cell };
  if (field.type === "percent") return { ...head, type: "percent", value: cell };
  if (field.type === "boolean") {
    const t = translator(locale, "imports");
    return { ...head, type: "text", value: (row) => t(cell(row) === "true" ? "yes" : "no") };
  }
  if (field.type === "quantity") return { ...head, type: "number", value: cell };
  if (field.type === "money") {
    const exponents = new Set(of.currencies.map(currencyExponent));
    const [exponent = 2] = exponents;
    if (exponents.size <= 1) return { ...head, type: "money", exponent, value: (row) => minor(cell(row)) };
    return {
      ...head,
      type: "number",
      value: (row) => {
        const amount = minor(cell(row));
        return amount === null ? null : decimalOf(amount, currencyExponent(row[currencyAt] ?? ""));
      },
    };
  }
  const said = field.choices && choiceWords(field.choices, locale);
  if (said) return { ...head, type: "text", value: (row) => said.get(cell(row) ?? "") ?? cell(row) };
  // As the import would keep it: else a text with two spaces would come back with one, and the next file be another.
  const lines = field.type === "lines";
  return { ...head, type: "text", value: (row) => cleanText(cell(row) ?? "", lines) };
}

const minor = (text: string | null) => (text === null ? null : BigInt(text));

// In Russian the first word that the import knows for it; in English the value itself is the word.
function choiceWords(choices: NonNullable<KindField["choices"]>, locale: Locale): Map<string, string> {
  const russian = (words: readonly string[]) => words.find((word) => word.length > 1 && /[а-яё]/i.test(word));
  return new Map(
    Object.entries(choices).map(([value, words]) => [value, (locale === "ru" && russian(words)) || value]),
  );
}
