import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { HistoryPage } from "@/lib/features/targets/queries/history";
import { measureName, measureText } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";
import { cell, figure } from "../rows/table-look";
import { spanWords } from "../span-words";
import { hrefOf, rowsHref } from "../target-href";
import { periodHeads } from "./period-head";

/** Measures by periods. A cell says how far the target was reached, or the fact alone where there was none, and opens its rows. */
export function HistoryTable({ page }: { page: HistoryPage }) {
  const t = useTranslations("targets.history");
  const words = useTranslations("targets");
  const locale = useLocale();
  const { filter, periods } = page;
  const heads = periodHeads(filter.span, periods, locale);
  return (
    <Section flush title={page.name}>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead className="border-line border-b text-ink-3 text-xs">
            <tr>
              <th className={`${cell} sticky left-0 bg-sheet`}>{words("columns.measure")}</th>
              {periods.map((at, place) => (
                <th key={at} className={figure} title={spanWords({ span: filter.span, at }, locale)}>
                  <Link href={hrefOf(filter, { at })} className="hover:underline">
                    {heads[place]}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map(({ measure, digits, cells }) => {
              const text = (value: bigint | null, short: boolean) =>
                value === null
                  ? words("noFact")
                  : measureText(value, { unit: measure.unit, digits }, page.currency, locale, { short, bare: short });
              return (
                <tr key={measure.id} className="border-hair border-b">
                  <th scope="row" className={`${cell} sticky left-0 min-w-36 bg-sheet`}>
                    {measureName(measure, locale)}
                  </th>
                  {cells.map((one, place) => {
                    const at = periods[place] ?? filter.at;
                    const full = t("cell", { fact: text(one.fact, false), target: text(one.target, false) });
                    return (
                      <td key={at} className={figure} title={full}>
                        {one.fact === null ? (
                          <span className="text-ink-3">{words("noFact")}</span>
                        ) : (
                          <Link href={rowsHref({ ...filter, at }, measure.id)} className="hover:underline">
                            {one.points === null ? (
                              <span className="text-ink-3">{text(one.fact, true)}</span>
                            ) : (
                              points(one.points, locale, 0)
                            )}
                          </Link>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
          <tfoot className="bg-paper font-semibold">
            <tr>
              <th scope="row" className={`${cell} sticky left-0 bg-paper font-semibold`}>
                {words("score")}
              </th>
              {page.scores.map((score, place) => (
                <td key={periods[place]} className={figure}>
                  {score === null ? words("noFact") : points(score, locale, 0)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="border-line border-t px-3.5 py-2 text-ink-3 text-xs">{t("hint")}</p>
    </Section>
  );
}
