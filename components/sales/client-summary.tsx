import { useLocale, useTranslations } from "next-intl";
import { Sparkline } from "@/components/charts/sparkline";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Why } from "@/components/ui/why";
import type { SalesSummary } from "@/lib/features/sales/queries/summary";
import { money } from "@/lib/i18n/format";
import { useComparisonReason } from "./comparison-reason";
import { GrowthText } from "./growth-text";
import { RhythmSentence } from "./rhythm-card";
import { lastMonth, monthLabel } from "./sales-words";

/** A client's sales in five lines, for its overview. */
export function ClientSalesSummary({ clientId, sales }: { clientId: string; sales: SalesSummary }) {
  const t = useTranslations("sales");
  const locale = useLocale();
  const { year, turnover, yearToDate, rhythm } = sales;
  const shown = yearToDate ?? { ...year, ...turnover };
  const compared = useComparisonReason(clientId, sales.currency);
  const label = yearToDate ? t("toDate", { last: lastMonth(yearToDate, locale) }) : t("summary.noYear");
  const before = money(shown.before, sales.currency, locale, { short: true });
  const reason = compared(yearToDate ? t("toDateWhy", { before }) : t("yearWhy"), shown, shown);
  const sum = money(shown.amount, sales.currency, locale, { short: true });
  return (
    <Section
      title={t("summary.title")}
      action={
        <Link href={`/clients/${clientId}/sales`} className="link text-xs">
          {t("summary.all")}
        </Link>
      }
    >
      {rhythm ? (
        <>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Sparkline
              width={140}
              height={24}
              values={sales.months.map(Number)}
              label={t("chart.label", { first: monthLabel(year.from, locale), last: lastMonth(year, locale) })}
            />
            <span title={money(shown.amount, sales.currency, locale)}>
              <Why align="start" label={label} reason={reason}>
                <b className="font-semibold">{sum}</b> <GrowthText growth={shown.growth} of={shown} />
              </Why>{" "}
              <span className="text-ink-3 text-xs">{label}</span>
            </span>
          </p>
          <p className="mt-1.5">
            <RhythmSentence rhythm={rhythm} today={sales.today} />
          </p>
        </>
      ) : (
        <p className="text-ink-3">{t("none")}</p>
      )}
    </Section>
  );
}
