import type { Locale } from "./locale";
import { measureName } from "./measure-text";

const signs: Record<string, string> = { "*": "×", "/": "÷", "-": "−" };

/** A formula with the measures' names in place of their codes. */
export function formulaWords(
  formula: string,
  measures: readonly { code: string; nameRu: string; nameEn: string }[],
  locale: Locale,
): string {
  return formula
    .replaceAll(/[*/-]/g, (sign) => signs[sign] ?? sign)
    .replaceAll(/[a-z_][a-z0-9_]*/g, (code) => {
      const found = measures.find((one) => one.code === code);
      return found ? measureName(found, locale) : code;
    });
}
