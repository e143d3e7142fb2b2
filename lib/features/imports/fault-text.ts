import { z } from "zod";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor, translator } from "@/lib/i18n/messages";

/** What is wrong with a cell: a code with the values of its message; `value` is what the cell says. */
export type RowFault = { code: string; value: string | null; detail: Record<string, string | number> | null };

/** The sentence of a fault: of the file's form (importFile), of what the row means here (importFaults), or of the rules that forms have too (errors). */
export function faultText(locale: Locale, { code, value, detail }: RowFault): string {
  const messages = messagesFor(locale);
  const values = { value: value ?? "", text: value ?? "", ...detail };
  if (isKey(messages.importFile.faults, code))
    return translator(locale, "importFile")(`faults.${code}`, values as never);
  if (isKey(messages.importFaults, code)) return translator(locale, "importFaults")(code, values as never);
  return translator(locale, "errors")(isKey(messages.errors, code) ? code : "invalid");
}

const reason = z.object({
  code: z.string(),
  row: z.number().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Why an import failed, as a sentence, with the row of the file where that shows; null when it has not. */
export function reasonText(locale: Locale, error: string | null): { text: string; row: number | null } | null {
  if (error === null) return null;
  const { code, row, values } = reason.parse(JSON.parse(error));
  return { text: faultText(locale, { code, value: null, detail: values ?? null }), row: row ?? null };
}

function isKey<T extends object>(of: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(of, key);
}
