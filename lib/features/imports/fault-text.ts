import type { Locale } from "@/lib/i18n/locale";
import { messagesFor, translator } from "@/lib/i18n/messages";

/** What is wrong with a cell: a code with the values of its message; `value` is what the cell says. */
export type RowFault = { code: string; value: string | null; detail: Record<string, string | number> | null };

/** The sentence of a fault: of the file's form (importFile), of what the row means here (imports), or of the rules that forms have too (errors). */
export function faultText(locale: Locale, { code, value, detail }: RowFault): string {
  const messages = messagesFor(locale);
  const values = { value: value ?? "", text: value ?? "", ...detail };
  if (isKey(messages.importFile.faults, code))
    return translator(locale, "importFile")(`faults.${code}`, values as never);
  if (isKey(messages.imports.faults, code)) return translator(locale, "imports")(`faults.${code}`, values as never);
  return translator(locale, "errors")(isKey(messages.errors, code) ? code : "invalid");
}

function isKey<T extends object>(of: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(of, key);
}
