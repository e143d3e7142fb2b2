import { useLocale, useTranslations } from "next-intl";
import { MonthBars } from "@/components/charts/month-bars";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { addMonths } from "@/lib/domain/calendar-date";
import type { ClientSales } from "@/lib/features/sales/queries/client-sales";
import { money, monthName } from "@/lib/i18n/format";
import { GrowthText } from "./growth-text";
import { linesHref, monthLabel } from "./sales-words";

/** Two years by month with the year before each beside it; the same as a table below. */
export function MonthsCard({ clientId, sales }: { clientId: string; sales: ClientSales }) {
  const t = useTranslations("sales");
  const locale = useLocale();
  const sum = (amount: bigint) => money(amount, sales.currency, locale, { short: true });
  const href = (month: string) => linesHref(clientId, { from: month, to: addMonths(month, 1) });
  const first = sales.months[0]?.month ?? sales.today;
  const last = sales.months.at(-1)?.month ?? sales.today;
  return (
    <Section
      title={t("chart.title")}
      action={
        <>
          <span aria-hidden className="flex items-center gap-3 text-ink-3 text-xs">
            <span className="inline-flex items-center gap-1">
              <i className="inline-block size-2 rounded-sm bg-green" />
              {t("chart.thisYear")}
            </span>
            <span className="inline-flex items-center gap-1">
              <i className="inline-block h-0 w-3 border-ink-2 border-t" />
              {t("chart.lastYear")}
            </span>
          </span>
          <TableExport table="client-months" also={{ client: clientId }} label={t("chart.title")} />
        </>
      }
    >
      <MonthBars
        label={t("chart.label", { first: monthLabel(first, locale), last: monthLabel(last, locale) })}
        bars={sales.months.map(({ month, amount, before, running }, at) => ({
          key: month,
          tick:
            month.slice(5, 7) === "01" || (at === 0 && month.slice(5, 7) !== "12")
              ? monthLabel(month, locale).replace(/20(\d\d)$/, "$1")
              : monthName(Number(month.slice(5, 7)), locale),
          title: `${monthLabel(month, locale)}${running ? ` (${t("chart.running")})` : ""}: ${sum(amount)} · ${t("chart.lastYear")} ${sum(before)}`,
          value: Number(amount),
          before: Number(before),
          running,
          href: href(month),
        }))}
      />
      <details className="mt-1">
        <summary className="cursor-pointer text-ink-3 text-xs">{t("chart.table")}</summary>
        <table className="mt-1 w-full max-w-[560px]">
          <thead className="text-left text-ink-3 text-xs">
            <tr>
              <th className="py-1 font-normal">{t("chart.month")}</th>
              <th className="py-1 text-right font-normal">{t("chart.amount")}</th>
              <th className="py-1 text-right font-normal">{t("chart.before")}</th>
              <th className="py-1 text-right font-normal">{t("chart.growth")}</th>
            </tr>
          </thead>
          <tbody>
            {[...sales.months].reverse().map(({ month, amount, before, growth, running }) => (
              <tr key={month} className="border-hair border-t">
                <th scope="row" className="py-1 text-left font-normal">
                  <Link href={href(month)} className="hover:underline">
                    {monthLabel(month, locale)}
                  </Link>{" "}
                  {running && <span className="text-ink-3">{t("chart.running")}</span>}
                </th>
                <td className="num py-1 text-right" title={money(amount, sales.currency, locale)}>
                  {sum(amount)}
                </td>
                <td className="num py-1 text-right text-ink-2">{sum(before)}</td>
                <td className="num py-1 text-right">
                  {running ? null : <GrowthText growth={growth} of={{ amount, before }} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Section>
  );
}
