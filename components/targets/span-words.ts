import type { Span } from "@/lib/domain/kpi-target";
import type { Locale } from "@/lib/i18n/locale";
import { periodWords } from "@/lib/i18n/pay-words";

/** "Mar 2026", "Jan – Mar 2026"; a year by its number, one that crosses the turn by both. */
export function spanWords({ span, at }: { span: Span; at: string }, locale: Locale): string {
  if (span !== "year") return periodWords({ startsOn: at, months: span === "month" ? 1 : 3 }, locale);
  const year = Number(at.slice(0, 4));
  return at.slice(5, 7) === "01" ? String(year) : `${year}/${String(year + 1).slice(2)}`;
}
