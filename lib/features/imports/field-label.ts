import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import type en from "@/lib/i18n/messages/en/imports";

type FieldName = keyof typeof en.fields;

/** What a field of an import is called. A kind's fields have their words in the messages: a test asks for each. */
export function fieldLabel(locale: Locale, field: string): string {
  return translator(locale, "imports")(`fields.${field as FieldName}`);
}
