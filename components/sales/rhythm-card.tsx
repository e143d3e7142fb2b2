import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Why } from "@/components/ui/why";
import { daysBetween } from "@/lib/domain/calendar-date";
import { lateAfter } from "@/lib/domain/rhythm";
import type { ClientSales } from "@/lib/features/sales/queries/client-sales";
import { day, number, shortDay } from "@/lib/i18n/format";

type Rhythm = NonNullable<ClientSales["rhythm"]>;

/** "Buys about every 31 days; last 12 Oct; expected 12 Nov; 11 days late." */
export function RhythmSentence({ rhythm, today }: { rhythm: Rhythm; today: string }) {
  const t = useTranslations("sales.rhythm");
  const locale = useLocale();
  const short = (on: string) => shortDay(on, locale, today);
  if (rhythm.medianGap === null || rhythm.expectedOn === null)
    return t("unknown", { count: rhythm.purchases, last: short(rhythm.lastOn) });
  const every = t("every", {
    days: Math.round(rhythm.medianGap),
    last: short(rhythm.lastOn),
    expected: short(rhythm.expectedOn),
  });
  const tones = { late: "text-red", due: "text-amber", "on-time": "text-ink-2", unknown: "text-ink-2" };
  const state =
    rhythm.state === "late"
      ? t("late", { days: rhythm.lateBy })
      : rhythm.state === "due"
        ? t("due", { days: rhythm.lateBy })
        : t("onTime");
  return (
    <>
      {every}; <span className={tones[rhythm.state]}>{state}</span>.
    </>
  );
}

export function RhythmCard({ sales }: { sales: ClientSales }) {
  const t = useTranslations("sales.rhythm");
  const locale = useLocale();
  const { rhythm, today } = sales;
  if (!rhythm) return null;
  const short = (on: string) => shortDay(on, locale, today);
  const { medianGap, p90Gap } = rhythm;
  return (
    <Section
      title={
        medianGap === null || p90Gap === null ? (
          t("title")
        ) : (
          <Why
            label={t("title")}
            align="start"
            reason={{
              definition: t("why"),
              formula: t("formula", {
                median: number(medianGap, locale, { digits: 1 }),
                limit: number(Math.floor(lateAfter(medianGap, p90Gap)), locale),
                days: number(rhythm.silentFor, locale),
              }),
              asOf: t("asOf", { count: rhythm.purchases, first: day(rhythm.firstOn, locale) }),
            }}
          >
            {t("title")}
          </Why>
        )
      }
    >
      <p>
        <RhythmSentence rhythm={rhythm} today={today} />
        {rhythm.returnedOn && <span className="text-ink-3"> {t("returned", { day: short(rhythm.returnedOn) })}</span>}
      </p>
      <Strip sales={sales} rhythm={rhythm} />
    </Section>
  );
}

const WIDTH = 600;

/** Each day of purchase as a tick on the months of the chart, the expected one as a hollow one. */
function Strip({ sales, rhythm }: { sales: ClientSales; rhythm: Rhythm }) {
  const t = useTranslations("sales.rhythm");
  const locale = useLocale();
  const from = sales.months[0]?.month ?? sales.today;
  const end = rhythm.expectedOn !== null && rhythm.expectedOn > sales.today ? rhythm.expectedOn : sales.today;
  const span = Math.max(1, daysBetween(from, end));
  const x = (on: string) => Number(((daysBetween(from, on) / span) * (WIDTH - 8) + 4).toFixed(1));
  const short = (on: string) => shortDay(on, locale, sales.today);
  const shown = rhythm.expectedOn !== null && rhythm.expectedOn >= from;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 34`}
      className="mt-2 block w-full"
      role="img"
      aria-label={t("strip", { count: sales.days.length, from: short(from), to: short(sales.today) })}
      fontSize={10}
    >
      <line x1={0} x2={WIDTH} y1={18} y2={18} className="stroke-line" />
      {sales.days.map((on) => (
        <line key={on} x1={x(on)} x2={x(on)} y1={11} y2={25} className="stroke-green" strokeWidth={1.5}>
          <title>{day(on, locale)}</title>
        </line>
      ))}
      <line x1={x(sales.today)} x2={x(sales.today)} y1={4} y2={30} className="stroke-ink-3" strokeDasharray="2 2" />
      {shown && rhythm.expectedOn && (
        <circle
          cx={x(rhythm.expectedOn)}
          cy={18}
          r={3.5}
          className={rhythm.state === "late" ? "fill-sheet stroke-red" : "fill-sheet stroke-green"}
          strokeWidth={1.5}
        >
          <title>{t("expected", { day: day(rhythm.expectedOn, locale) })}</title>
        </circle>
      )}
    </svg>
  );
}
