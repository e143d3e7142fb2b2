import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { RowsPage } from "@/lib/features/targets/queries/rows";
import { formulaWords } from "@/lib/i18n/formula-words";
import { measureName, measureText } from "@/lib/i18n/measure-text";
import { rowsHref } from "../target-href";
import { cell, figure } from "./table-look";

type Parts = Extract<RowsPage["content"], { kind: "parts" }>["parts"];

/** A formula in words and what each of its measures is; each opens its own rows. */
export function PartRows({ page, parts }: { page: RowsPage; parts: Parts }) {
  const t = useTranslations("targets.rows");
  const locale = useLocale();
  const measures = parts.map(({ measure }) => measure);
  return (
    <>
      <p className="text-ink-2">{formulaWords(page.measure.formula ?? "", measures, locale)}</p>
      <section className="max-w-[560px] overflow-x-auto rounded-lg border border-line bg-sheet" aria-label={t("title")}>
        <table className="w-full border-collapse">
          <tbody>
            {parts.map(({ measure, digits, value }) => (
              <tr key={measure.id} className="border-hair border-t first:border-t-0">
                <td className={cell}>
                  <Link href={rowsHref(page.filter, measure.id)} className="link">
                    {measureName(measure, locale)}
                  </Link>
                </td>
                <td className={figure}>
                  {value === null
                    ? t("noValue")
                    : measureText(value, { unit: measure.unit, digits }, page.currency, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {page.value === null && <p className="text-ink-3">{t("noQuotient")}</p>}
    </>
  );
}
