import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sparkline } from "@/components/charts/sparkline";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ScoreRow, TargetPage } from "@/lib/features/targets/queries";
import { day } from "@/lib/i18n/format";
import { measureName, measureText } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";
import { FigureButton } from "./figure-button";
import { rowsHref } from "./target-href";

const cell = "px-2 py-1.5 text-left align-top font-normal first:pl-3.5 last:pr-3.5 max-sm:p-0!";
const figure = `${cell} num text-right max-sm:whitespace-normal max-sm:text-left`;
/** On a phone a measure is a card, and each figure says what it is. */
const card = "max-sm:grid max-sm:grid-cols-3 max-sm:gap-x-3 max-sm:gap-y-1.5 max-sm:px-3.5 max-sm:py-2.5";
/** As tall with a pencil as without one, so that a row's figures stand on one line. */
const line = "flex items-center justify-end gap-1 max-sm:justify-start sm:-my-1 sm:min-h-6.5";

/** A measure a row: target, fact, attainment, coefficient, weight, the last twelve months; the score below. */
export function ScoreTable({ page }: { page: TargetPage }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const text = (value: bigint | null, { measure, digits }: ScoreRow) =>
    value === null ? t("noFact") : measureText(value, { unit: measure.unit, digits }, page.currency, locale);
  const brief = (value: bigint | null, { measure, digits }: ScoreRow) =>
    value === null
      ? t("noFact")
      : measureText(value, { unit: measure.unit, digits }, page.currency, locale, { short: true });
  return (
    <Section flush title={page.name}>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse sm:min-w-[820px] [&_:is(tbody,tfoot)]:max-sm:block">
          <thead className="max-sm:hidden">
            <tr className="border-line border-b text-ink-3 text-xs">
              <th className={cell}>{t("columns.measure")}</th>
              <th className={figure}>{t("columns.target")}</th>
              <th className={figure}>{t("columns.fact")}</th>
              <th className={figure}>{t("columns.attainment")}</th>
              <th className={figure}>{t("columns.coefficient")}</th>
              <th className={figure}>{t("columns.weight")}</th>
              <th className={cell}>{t("columns.history")}</th>
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => {
              const { measure } = row;
              const name = measureName(measure, locale);
              const history = row.history.map((value) => (value === null ? 0 : Number(value)));
              return (
                <tr key={measure.id} className={`border-hair border-b ${card}`}>
                  <td className={`${cell} max-sm:col-span-3`}>
                    <span className="block">{name}</span>
                    {measure.kind !== "computed" && (
                      <span className="block text-ink-3 text-xs">
                        {measure.kind === "formula" ? measure.formula : t("kinds.entered")}
                      </span>
                    )}
                    {row.entered && <Evidence row={row} />}
                  </td>
                  <td className={figure}>
                    <Small>{t("columns.target")}</Small>
                    <span className={line}>
                      {row.target ? (
                        <span title={text(row.target.amount, row)}>{brief(row.target.amount, row)}</span>
                      ) : (
                        <span className="text-ink-3">{t("noTarget")}</span>
                      )}
                      {page.may.edit && <FigureButton page={page} row={row} what="target" />}
                    </span>
                    {row.target && row.target.from !== "set" && (
                      <span className="block text-ink-3 text-xs">{t(`from.${row.target.from}`)}</span>
                    )}
                    {row.ofMembers !== null && page.filter.subject === "team" && (
                      <span className="block text-ink-3 text-xs">
                        {t("membersSum", { sum: brief(row.ofMembers, row) })}
                      </span>
                    )}
                  </td>
                  <td className={figure}>
                    <Small>{t("columns.fact")}</Small>
                    <span className={line}>
                      <Link
                        href={rowsHref(page.filter, measure.id)}
                        className="hover:underline"
                        title={`${text(row.fact, row)}. ${t("openRows")}`}
                      >
                        {brief(row.fact, row)}
                      </Link>
                      {page.may.enter && measure.kind === "entered" && (
                        <FigureButton page={page} row={row} what="value" />
                      )}
                    </span>
                  </td>
                  <td className={figure}>
                    <Small>{t("columns.attainment")}</Small>
                    {row.points === null ? t("noFact") : points(row.points, locale, 1)}
                  </td>
                  <td className={figure}>
                    <Small>{t("columns.coefficient")}</Small>
                    {row.coefficient === null ? t("noFact") : points(row.coefficient, locale, 1)}
                  </td>
                  <td className={figure}>
                    <Small>{t("columns.weight")}</Small>
                    {points(row.weight, locale)}
                  </td>
                  <td className={`${cell} max-sm:self-end`}>
                    <Sparkline
                      values={history}
                      label={`${name}: ${row.history.map((value) => text(value, row)).join(", ")}`}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr className={`bg-paper font-semibold ${card}`}>
              <td className={`${cell} max-sm:col-span-2`} colSpan={4}>
                {t("score")}
                <span className="block font-normal text-ink-3 text-xs">
                  {t("scoreHint")}{" "}
                  {page.missingWeight > 0 && t("missingWeight", { weight: points(page.missingWeight, locale) })}
                </span>
              </td>
              <td className={figure}>{page.score === null ? t("noFact") : points(page.score, locale, 1)}</td>
              <td className={`${cell} max-sm:hidden`} colSpan={2} />
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="block text-2xs text-ink-3 sm:hidden">{children}</span>;
}

function Evidence({ row }: { row: ScoreRow }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  if (!row.entered) return null;
  const { note, link, enteredBy, enteredAt } = row.entered;
  return (
    <span className="block text-ink-2 text-xs">
      {note}{" "}
      {link && (
        <a href={link} rel="noreferrer noopener" target="_blank" className="text-green underline">
          {t("link")}
        </a>
      )}{" "}
      <span className="text-ink-3">
        {t("enteredBy", { name: enteredBy ?? "", day: day(enteredAt.toISOString().slice(0, 10), locale) })}
      </span>
    </span>
  );
}
