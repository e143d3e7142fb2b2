import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { sumOf } from "@/lib/domain/money";
import type { PlanComparison } from "@/lib/features/plans/queries";
import { money, monthName } from "@/lib/i18n/format";

/** What a version changed against the one before, client by client and month by month; months that did not change stay empty. */
export function ComparisonTable({ comparison }: { comparison: PlanComparison }) {
  const t = useTranslations("plans.compare");
  const locale = useLocale();
  const { months, rows, totals, currency } = comparison;
  const full = (amount: bigint) => money(amount, currency, locale);
  const change = (key: string, before: bigint, after: bigint, look = "") => (
    <td
      key={key}
      className={`num text-right ${after < before ? "text-red" : ""} ${look}`}
      title={after === before ? undefined : t("from", { before: full(before), after: full(after) })}
    >
      {after === before ? "" : money(after - before, currency, locale, { short: true, bare: true, sign: true })}
    </td>
  );
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-sheet">
      <table className="w-full [&_:is(td,th)]:h-row [&_:is(td,th)]:whitespace-nowrap [&_:is(td,th)]:px-2">
        <thead className="text-ink-3 text-xs [&_th]:font-medium">
          <tr className="border-line border-b">
            <th className="sticky left-0 bg-sheet text-left">{t("row")}</th>
            <th className="text-right">{t("change")}</th>
            {months.map((month) => (
              <th key={month} className="text-right">
                {monthName(Number(month.slice(5, 7)), locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id ?? "figures"} className="border-hair border-b">
              <th scope="row" className="sticky left-0 max-w-56 truncate bg-sheet text-left font-normal">
                {row.id ? (
                  <Link href={`/clients/${row.id}`} className="hover:underline">
                    {row.name}
                  </Link>
                ) : (
                  t("figures")
                )}
              </th>
              {change("year", sumOf(row.before), sumOf(row.after), "font-medium")}
              {months.map((month, at) => change(month, row.before[at] ?? 0n, row.after[at] ?? 0n))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-medium">
            <th scope="row" className="sticky left-0 bg-sheet text-left">
              {t("total")}
            </th>
            {change("year", sumOf(totals.before), sumOf(totals.after))}
            {months.map((month, at) => change(month, totals.before[at] ?? 0n, totals.after[at] ?? 0n))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
