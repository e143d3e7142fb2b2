"use client";

import { Sparkline } from "@/components/charts/sparkline";
import { TouchDial } from "@/components/charts/touch-dial";
import { Badge } from "@/components/ui/badge";
import { addMonths, daysBetween } from "@/lib/domain/calendar-date";
import type { BookFigures, BookRow } from "@/lib/features/book/queries";
import { money, monthName, shortDay } from "@/lib/i18n/format";
import type { BookWords } from "./book-words";

type Said = { say: BookWords };

/** A sum in few letters, in full on hover. */
export function Sum({ say, amount, currency, before }: Said & { amount: bigint; currency: string; before?: bigint }) {
  const { t, locale } = say;
  const full = money(amount, currency, locale);
  const title =
    before === undefined
      ? full
      : `${full} · ${t("lastYear", { sum: money(before, currency, locale, { short: true }) })}`;
  return (
    <span title={title} className={amount === 0n ? "text-ink-3" : undefined}>
      {money(amount, currency, locale, { short: true, bare: true })}
    </span>
  );
}

/** "no order for 41 days, usually 28": only while something can still be done about it. */
export function MissedTag({ say, row }: Said & { row: BookRow }) {
  const { t } = say;
  const rhythm = row.figures?.rhythm;
  if (!row.figures?.missed || !rhythm?.medianGap) return null;
  return (
    <Badge tone="red">{t("missed", { days: rhythm.silentFor, usual: String(Math.round(rhythm.medianGap)) })}</Badge>
  );
}

export function TouchCell({ say, touch, today }: Said & { touch: BookFigures["touch"]; today: string }) {
  const { t, words, locale } = say;
  const { days, cadence, dueOn, overdue } = touch;
  const every = words("count.days", { count: cadence });
  const said = days === null ? t("untouched", { cadence: every }) : t("touchLabel", { days, cadence: every });
  const label = dueOn ? `${said}, ${t("touchDue", { day: shortDay(dueOn, locale, today) })}` : said;
  const short = days === null ? t("never") : days === 0 ? t("touchToday") : t("touchDays", { days: String(days) });
  return (
    <span title={label} className="[&>svg]:mr-1.5 [&>svg]:inline-block [&>svg]:align-[-3px]">
      <TouchDial days={days} cadence={cadence} label={label} />
      <span aria-hidden className={overdue ? "text-red" : "text-ink-2"}>
        {short}
      </span>
    </span>
  );
}

/** The shape of twelve closed months. */
export function MonthsCell({
  say,
  row,
  year,
  currency,
}: Said & {
  row: BookRow;
  year: { from: string; to: string };
  currency: string;
}) {
  const { t, locale } = say;
  if (row.months.length === 0) return null;
  const short = (amount: bigint) => money(amount, currency, locale, { short: true });
  const label = t("sparkLabel", {
    first: monthName(Number(year.from.slice(5, 7)), locale),
    last: monthName(Number(addMonths(year.to, -1).slice(5, 7)), locale),
    sum: short(row.figures?.turnover ?? 0n),
    final: short(BigInt(row.months.at(-1) ?? 0)),
  });
  return <Sparkline values={row.months} label={label} />;
}

export function RhythmCell({ say, row }: Said & { row: BookRow }) {
  const { t } = say;
  const rhythm = row.figures?.rhythm;
  if (!rhythm) return null;
  if (rhythm.medianGap === null)
    return (
      <span className="text-ink-3" title={t("rhythmUnknown")}>
        {t("rhythmSilent", { days: String(rhythm.silentFor) })}
      </span>
    );
  const usual = Math.round(rhythm.medianGap);
  const tone = row.figures?.missed ? "text-red" : rhythm.state === "due" ? "text-amber" : "text-ink-2";
  return (
    <span title={t("rhythmTitle", { usual, days: rhythm.silentFor })}>
      <span className={tone}>{t("rhythmSilent", { days: String(rhythm.silentFor) })}</span>{" "}
      <span className="text-ink-3">/ {t("rhythmEvery", { usual: String(usual) })}</span>
    </span>
  );
}

const stageTone: Record<string, string> = { "at-risk": "text-amber", lost: "text-ink-3", dormant: "text-ink-3" };

export function StageCell({ say, figures }: Said & { figures: BookFigures | null }) {
  const { t, words } = say;
  if (!figures?.stage) return null;
  return (
    <span className={stageTone[figures.stage] ?? "text-ink-2"} title={figures.stageByHand ? t("byHand") : undefined}>
      {words(`stage.${figures.stage}`)}
      {figures.stageByHand && <span className="text-ink-3"> *</span>}
    </span>
  );
}

/** Days ahead from which the end of a contract is somebody's business. */
const ENDING = 60;

export function ContractCell({ say, endsOn, today }: Said & { endsOn: string | null | undefined; today: string }) {
  const { locale } = say;
  if (!endsOn) return null;
  const soon = daysBetween(today, endsOn) <= ENDING;
  return <span className={soon ? "text-amber" : "text-ink-2"}>{shortDay(endsOn, locale, today)}</span>;
}
