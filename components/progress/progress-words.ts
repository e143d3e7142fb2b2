import type { useTranslations } from "next-intl";
import { addDays, addMonths } from "@/lib/domain/calendar-date";
import type { Progress, ProgressLine, ProgressSpan } from "@/lib/features/progress/queries/progress";
import { AWAY, NONE, type ProgressFilter } from "@/lib/features/progress/schema";
import { monthName, shortDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { progressHref } from "./progress-href";

/** "Oct 2026". */
export function monthLabel(month: string, locale: Locale): string {
  return `${monthName(Number(month.slice(5, 7)), locale)} ${month.slice(0, 4)}`;
}

export type Said = ReturnType<typeof useTranslations<"progress">>;

/** What a span is called: "2026", "FY2018", "Q4 2026", "Nov 2026", "2026 to 23 Nov". */
export function spanLabel({ period, startMonth }: ProgressSpan, t: Said, locale: Locale, today: string): string {
  const year = startMonth === 1 ? String(period.year) : t("fiscal", { year: String(period.year) });
  switch (period.kind) {
    case "month":
      return monthLabel(period.month, locale);
    case "quarter":
      return t("quarter", { quarter: String(period.quarter), year });
    case "year-to-date":
      return t("toDate", { year, day: shortDay(addDays(period.until, -1), locale, today) });
    default:
      return year;
  }
}

const ZERO = /^0{8}-/;

/** Where a row's figure opens: the next split of it, down to the lines. Null at the bottom, or where the viewer may go no further. */
export function drillHref(state: Progress["state"], line: ProgressLine): string | null {
  const { key } = line;
  const down = (patch: Partial<ProgressFilter>) => progressHref(state, { by: "client", sort: "deviation", ...patch });
  switch (state.by) {
    case "manager":
      return down({ member: ZERO.test(key) ? NONE : key, by: state.client ? "month" : "client" });
    case "client":
      return down({ client: key, by: "month" });
    case "region":
      return down({ region: key });
    case "mode":
      return down({ mode: key as ProgressFilter["mode"] });
    case "group":
      return down({ group: ZERO.test(key) ? NONE : key });
    case "source":
      return down({ source: key as ProgressFilter["source"] });
    case "month":
      return monthHref(state, key);
  }
}

function monthHref(state: Progress["state"], month: string): string | null {
  const { client, member, group, source, view } = state;
  const span = { from: month, to: addMonths(month, 1) };
  const rest = { ...(group ? { group } : {}), ...(source ? { source } : {}) };
  if (client && view === "owner") return `/clients/${client}/sales/lines?${new URLSearchParams({ ...span, ...rest })}`;
  if (client && member) return `/progress/lines?${new URLSearchParams({ member, client, ...span, ...rest })}`;
  return progressHref(state, { period: "month", at: month, by: client ? "manager" : member ? "client" : null });
}

/** A key without a name in the database, as a key of messages. */
export function unnamed(by: Progress["state"]["by"], key: string): "away" | "none.region" | "none.group" | null {
  if (key === AWAY) return "away";
  if (by === "region" && key === NONE) return "none.region";
  return by === "group" && ZERO.test(key) ? "none.group" : null;
}
