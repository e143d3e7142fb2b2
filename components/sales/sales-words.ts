import { addMonths } from "@/lib/domain/calendar-date";
import type { Months } from "@/lib/domain/closed-months";
import { monthName } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** "Oct 2026". */
export function monthLabel(month: string, locale: Locale): string {
  return `${monthName(Number(month.slice(5, 7)), locale)} ${month.slice(0, 4)}`;
}

/** The last month that a span holds. */
export function lastMonth(months: Months, locale: Locale): string {
  return monthLabel(addMonths(months.to, -1), locale);
}

type Lines = Partial<Months> & { group?: string | null; source?: string; returns?: boolean };

/** Where the lines stand that a figure of a client counts. `group: null` is "without a group". */
export function linesHref(clientId: string, { from, to, group, source, returns }: Lines): string {
  const asked = new URLSearchParams();
  if (from) asked.set("from", from);
  if (to) asked.set("to", to);
  if (group !== undefined) asked.set("group", group ?? "none");
  if (source) asked.set("source", source);
  if (returns) asked.set("returns", "1");
  return `/clients/${clientId}/sales/lines?${asked}`;
}
