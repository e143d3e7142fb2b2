import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { TargetPage } from "@/lib/features/targets/queries";
import { measureName } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";
import { hrefOf } from "./target-href";

const cell = "h-row px-2 py-1 text-left font-normal first:pl-3.5 last:pr-3.5";

/** People beside one another: attainment of each measure, and the score. */
export function SideTable({ page }: { page: TargetPage }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const shown = page.rows
    .map(({ measure }, place) => ({ measure, place }))
    .filter(({ place }) => page.side.some(({ cells }) => cells[place]?.points !== null));
  return (
    <Section flush title={t("teamTable")} action={<TableExport table="target-people" />}>
      <div className="overflow-x-auto">
        <table className="w-full min-w-[560px] border-collapse">
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs">
              <th className={cell}>{t("people")}</th>
              {shown.map(({ measure }) => (
                <th key={measure.id} className={`${cell} text-right`}>
                  {measureName(measure, locale)}
                </th>
              ))}
              <th className={`${cell} text-right`}>{t("columns.score")}</th>
            </tr>
          </thead>
          <tbody>
            {page.side.map(({ id, name, score, cells }) => (
              <tr key={id} className="border-hair border-b last:border-b-0">
                <td className={cell}>
                  <Link href={hrefOf(page.filter, { subject: "member", of: id })} className="hover:underline">
                    {name}
                  </Link>
                </td>
                {shown.map(({ measure, place }) => {
                  const value = cells[place]?.points ?? null;
                  return (
                    <td key={measure.id} className={`${cell} num text-right`}>
                      {value === null ? t("noFact") : points(value, locale, 1)}
                    </td>
                  );
                })}
                <td className={`${cell} num text-right font-semibold`}>
                  {score === null ? t("noFact") : points(score, locale, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
