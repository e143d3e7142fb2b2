import type { Span } from "@/lib/domain/kpi-target";
import { monthName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { spanWords } from "../span-words";

/** The heads of a row of periods; of months, only the first and each January say their year. */
export function periodHeads(span: Span, periods: readonly string[], locale: Locale): string[] {
  return periods.map((at, place) => {
    const month = Number(at.slice(5, 7));
    return span === "month" && place > 0 && month !== 1 ? monthName(month, locale) : spanWords({ span, at }, locale);
  });
}
