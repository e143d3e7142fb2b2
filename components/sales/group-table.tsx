import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { monthsBefore } from "@/lib/domain/closed-months";
import type { ClientSales } from "@/lib/features/sales/queries/client-sales";
import { money, percent } from "@/lib/i18n/format";
import { GrowthText } from "./growth-text";
import { linesHref } from "./sales-words";

/** What the client buys, this year and the one before; each sum opens the lines that it counts. */
export function GroupTable({ clientId, sales }: { clientId: string; sales: ClientSales }) {
  const t = useTranslations("sales.groups");
  const locale = useLocale();
  const before = monthsBefore(sales.year, 12);
  const sum = (amount: bigint) => money(amount, sales.currency, locale, { short: true, bare: true });
  return (
    <Section
      title={t("title")}
      flush
      action={<TableExport table="client-groups" also={{ client: clientId }} label={t("title")} />}
    >
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead className="text-ink-3 text-xs">
            <tr>
              <th className="px-3.5 py-1.5 text-left font-normal">{t("name")}</th>
              <th className="px-2 py-1.5 text-right font-normal">{t("year")}</th>
              <th className="px-2 py-1.5 text-right font-normal">{t("before")}</th>
              <th className="px-2 py-1.5 text-right font-normal">{t("growth")}</th>
              <th className="px-3.5 py-1.5 text-right font-normal">{t("share")}</th>
            </tr>
          </thead>
          <tbody>
            {sales.groups.map((group) => (
              <tr key={group.id ?? "none"} className="border-hair border-t">
                <th scope="row" className="px-3.5 py-1.5 text-left font-normal">
                  {group.name ?? <span className="text-ink-3">{t("noGroup")}</span>}
                </th>
                <td className="num px-2 py-1.5 text-right" title={money(group.amount, sales.currency, locale)}>
                  <Link href={linesHref(clientId, { ...sales.year, group: group.id })} className="hover:underline">
                    {sum(group.amount)}
                  </Link>
                </td>
                <td
                  className="num px-2 py-1.5 text-right text-ink-2"
                  title={money(group.before, sales.currency, locale)}
                >
                  <Link href={linesHref(clientId, { ...before, group: group.id })} className="hover:underline">
                    {sum(group.before)}
                  </Link>
                </td>
                <td className="num px-2 py-1.5 text-right">
                  <GrowthText growth={group.growth} of={group} />
                </td>
                <td className="num px-3.5 py-1.5 text-right text-ink-2">
                  {group.share !== null && percent(group.share, locale)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot className="border-line border-t font-medium">
            <tr>
              <th scope="row" className="px-3.5 py-1.5 text-left font-medium">
                {t("total")}
              </th>
              <td className="num px-2 py-1.5 text-right" title={money(sales.turnover.amount, sales.currency, locale)}>
                <Link href={linesHref(clientId, sales.year)} className="hover:underline">
                  {sum(sales.turnover.amount)}
                </Link>
              </td>
              <td className="num px-2 py-1.5 text-right">
                <Link href={linesHref(clientId, before)} className="hover:underline">
                  {sum(sales.turnover.before)}
                </Link>
              </td>
              <td className="num px-2 py-1.5 text-right">
                <GrowthText growth={sales.turnover.growth} of={sales.turnover} />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  );
}
