import { useLocale, useTranslations } from "next-intl";
import { Stat, StatRow } from "@/components/ui/stat";
import { Why } from "@/components/ui/why";
import type { ClientSales } from "@/lib/features/sales/queries/client-sales";
import { money, percent } from "@/lib/i18n/format";
import { useComparisonReason } from "./comparison-reason";
import { GrowthText } from "./growth-text";
import { lastMonth, linesHref, monthLabel } from "./sales-words";

/** The client in figures; each says why. */
export function FiguresRow({ clientId, sales }: { clientId: string; sales: ClientSales }) {
  const t = useTranslations("sales");
  const words = useTranslations("words");
  const locale = useLocale();
  const { turnover, year, yearToDate, bills, returns, place, xyz } = sales;
  const short = (amount: bigint) => money(amount, sales.currency, locale, { short: true });
  const full = (amount: bigint) => money(amount, sales.currency, locale);
  const asOf = t("period", { from: monthLabel(year.from, locale), to: lastMonth(year, locale) });
  const compared = useComparisonReason(clientId, sales.currency);
  const rows = { href: linesHref(clientId, year), label: t("rows") };
  return (
    <StatRow>
      <Stat
        title={full(turnover.amount)}
        value={
          <Why
            align="start"
            label={`${t("year")}: ${full(turnover.amount)}`}
            reason={{ definition: t("yearWhy"), asOf, rows }}
          >
            {short(turnover.amount)}
          </Why>
        }
        label={`${t("year")} ${t("yearHint", { last: lastMonth(year, locale) })}`}
      />
      <Stat
        value={
          <Why align="start" label={t("growth")} reason={compared(t("growthWhy"), year, turnover)}>
            <GrowthText growth={turnover.growth} of={turnover} />
          </Why>
        }
        label={t("growth")}
      />
      {yearToDate && (
        <Stat
          title={full(yearToDate.amount)}
          value={
            <Why
              align="start"
              label={t("toDate", { last: lastMonth(yearToDate, locale) })}
              reason={compared(t("toDateWhy", { before: short(yearToDate.before) }), yearToDate, yearToDate)}
            >
              {short(yearToDate.amount)}{" "}
              <span className="font-normal text-base">
                <GrowthText growth={yearToDate.growth} of={yearToDate} />
              </span>
            </Why>
          }
          label={t("toDate", { last: lastMonth(yearToDate, locale) })}
        />
      )}
      {bills.average !== null && (
        <Stat
          title={full(bills.average)}
          value={
            <Why
              align="start"
              label={t("bill", { count: bills.count })}
              reason={{ definition: t("billWhy"), asOf, rows }}
            >
              {short(bills.average)}
            </Why>
          }
          label={t("bill", { count: bills.count })}
        />
      )}
      {returns.count > 0 && (
        <Stat
          title={full(returns.amount)}
          value={
            <Why
              align="start"
              label={t("returns", { count: returns.count })}
              reason={{
                definition: t("returnsWhy"),
                asOf,
                rows: { href: linesHref(clientId, { ...year, returns: true }), label: t("rows") },
              }}
            >
              {short(returns.amount)}
            </Why>
          }
          label={t("returns", { count: returns.count })}
        />
      )}
      {place.share !== null && (
        <Stat
          value={
            <Why
              align="start"
              label={t("share")}
              reason={{ definition: t("shareWhy", { count: place.clients }), asOf, rows }}
            >
              {percent(place.share, locale, { digits: 1 })}
            </Why>
          }
          label={t("share")}
        />
      )}
      {place.abc && (
        <Stat
          value={
            <Why
              align="start"
              label={t("class")}
              reason={{
                definition: t("classWhy"),
                formula:
                  xyz.variation === null
                    ? t("classShort")
                    : t("classFormula", { share: percent(xyz.variation, locale), count: xyz.periods }),
                asOf,
              }}
            >
              {place.abc}
              {xyz.class ?? words("noValue")}
            </Why>
          }
          label={t("class")}
        />
      )}
    </StatRow>
  );
}
