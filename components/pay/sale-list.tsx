import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { PayBase } from "@/lib/domain/pay/pay-plan";
import type { SlipSale } from "@/lib/features/pay/queries/slip-view";
import { day, money } from "@/lib/i18n/format";
import { points } from "@/lib/i18n/pay-words";

const cell = "py-1 pr-3 text-left align-top font-normal";

/** The documents behind a line with what each brings into it; they add up to its base. A client is linked only within today's reach. */
export function SaleList({ sales, currency, on }: { sales: readonly SlipSale[]; currency: string; on: PayBase }) {
  const t = useTranslations("pay");
  const locale = useLocale();
  const amount = (sale: SlipSale) => (on === "revenue" ? sale.revenue : sale.revenue - sale.cost);
  const sum = sales.reduce((all, sale) => all + amount(sale), 0n);
  return (
    <div className="mt-1.5">
      <p className="text-ink-3">{t("why.sales", { count: sales.length, sum: money(sum, currency, locale) })}</p>
      <div className="mt-1 overflow-x-auto">
        <table className="w-full min-w-[480px] border-collapse">
          <thead>
            <tr className="border-hair border-b text-ink-3">
              <th className={cell}>{t("sale.day")}</th>
              <th className={cell}>{t("sale.document")}</th>
              <th className={cell}>{t("sale.client")}</th>
              <th className={cell}>{t("sale.source")}</th>
              <th className={`${cell} text-right`}>{t("sale.share")}</th>
              <th className={`${cell} pr-0 text-right`}>{t("sale.amount")}</th>
            </tr>
          </thead>
          <tbody>
            {sales.map((sale) => (
              <tr
                key={`${sale.document} ${sale.soldOn} ${sale.clientId} ${sale.source} ${sale.share} ${sale.costed}`}
                className="border-hair border-b last:border-b-0"
              >
                <td className={`${cell} whitespace-nowrap`}>{day(sale.soldOn, locale)}</td>
                <td className={`${cell} whitespace-nowrap`}>{sale.document}</td>
                <td className={cell}>
                  {sale.reached && sale.clientId ? (
                    <Link href={`/clients/${sale.clientId}`} className="hover:underline">
                      {sale.clientLabel}
                    </Link>
                  ) : (
                    sale.clientLabel
                  )}
                </td>
                <td className={cell}>{t(`source.${sale.source}`)}</td>
                <td className={`${cell} num text-right`}>{points(sale.share, locale)}</td>
                <td className={`${cell} num pr-0 text-right`}>
                  {money(amount(sale), currency, locale, { bare: true })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
