import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { sumOf } from "@/lib/domain/money";
import type { PlanSheet, ShareRow } from "@/lib/features/plans/queries";
import { money } from "@/lib/i18n/format";
import { stateTone } from "./plan-words";

/** The team's figure among its people beside what their own plans add up to. */
export function ShareTable({ sheet, shares }: { sheet: PlanSheet; shares: ShareRow[] }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const short = (amount: bigint, sign = false) => money(amount, sheet.currency, locale, { short: true, sign });
  const full = (amount: bigint) => money(amount, sheet.currency, locale);
  const sum = (of: (row: ShareRow) => bigint) => sumOf(shares.map(of));
  const planned = sum(({ plan }) => plan?.figure ?? 0n);
  const cell = (amount: bigint, sign = false) => (
    <td className="num text-right" title={full(amount)}>
      {short(amount, sign)}
    </td>
  );
  return (
    <Section
      title={t("shares.title")}
      flush
      className="mt-4"
      action={<TableExport table="plan-shares" also={{ plan: sheet.id }} />}
    >
      <div className="overflow-x-auto">
        <table className="w-full [&_:is(td,th)]:h-row [&_:is(td,th)]:whitespace-nowrap [&_:is(td,th)]:px-3">
          <thead className="text-ink-3 text-xs [&_th]:font-medium">
            <tr className="border-line border-b">
              <th className="text-left">{t("shares.who")}</th>
              <th className="text-right">{t("shares.clients")}</th>
              <th className="text-right">{t("shares.lastYear")}</th>
              <th className="text-right">{t("shares.top")}</th>
              <th className="text-right">{t("shares.bottom")}</th>
              <th className="text-right">{t("shares.difference")}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map((row) => (
              <tr key={row.id} className="border-hair border-b">
                <th scope="row" className="text-left font-normal">
                  {row.plan ? (
                    <Link href={`/plans/${row.plan.versionId}`} className="hover:underline">
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}{" "}
                  {row.plan && row.plan.status !== "approved" && (
                    <Badge tone={stateTone[row.plan.status]}>{t(`state.${row.plan.status}`)}</Badge>
                  )}
                </th>
                <td className="num text-right text-ink-2">{row.clients}</td>
                {cell(row.lastYear)}
                {cell(row.share)}
                {row.plan ? cell(row.plan.figure) : <td className="text-right text-ink-3">{t("shares.none")}</td>}
                {row.plan ? cell(row.plan.figure - row.share, true) : <td className="text-right text-ink-3">—</td>}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-medium">
              <th scope="row" className="text-left">
                {t("shares.total")}
              </th>
              <td className="num text-right">{shares.reduce((total, { clients }) => total + clients, 0)}</td>
              {cell(sum(({ lastYear }) => lastYear))}
              {cell(sheet.figure)}
              {cell(planned)}
              {cell(planned - sheet.figure, true)}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="px-3.5 py-2 text-ink-3 text-xs">{t("shares.note")}</p>
    </Section>
  );
}
