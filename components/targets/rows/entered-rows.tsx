import { useLocale, useTranslations } from "next-intl";
import type { FigureRow } from "@/lib/features/targets/queries/figures";
import type { RowsPage } from "@/lib/features/targets/queries/rows";
import { day } from "@/lib/i18n/format";
import { measureText } from "@/lib/i18n/measure-text";
import { spanWords } from "../span-words";
import { cell, figure } from "./table-look";

const spans = { 1: "month", 3: "quarter", 12: "year" } as const;

/** What somebody wrote down, with what it rests on. */
export function EnteredRows({ page, figures }: { page: RowsPage; figures: readonly FigureRow[] }) {
  const t = useTranslations("targets.rows");
  const words = useTranslations("targets");
  const locale = useLocale();
  return (
    <section className="overflow-x-auto rounded-lg border border-line bg-sheet" aria-label={t("title")}>
      <table className="w-full border-collapse">
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            <th className={cell}>{t("period")}</th>
            <th className={figure}>{t("value")}</th>
            <th className={cell}>{words("evidence")}</th>
            <th className={cell}>{t("by")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.id} className="border-hair border-t first:border-t-0">
              <td className={`${cell} whitespace-nowrap`}>
                {spanWords({ span: spans[one.months], at: one.startsOn }, locale)}
              </td>
              <td className={figure}>
                {measureText(one.amount, { unit: page.measure.unit, digits: page.digits }, page.currency, locale)}
              </td>
              <td className={`${cell} break-words`}>
                {one.note}{" "}
                {one.link && (
                  <a href={one.link} rel="noreferrer noopener" target="_blank" className="link">
                    {words("link")}
                  </a>
                )}
              </td>
              <td className={`${cell} text-ink-2`}>
                {one.enteredBy}, {day(one.enteredAt.toISOString().slice(0, 10), locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
