import { useLocale, useTranslations } from "next-intl";
import { currencyExponent, sumOf } from "@/lib/domain/money";
import { divideHalfUp } from "@/lib/domain/rounding";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { money, monthName, number } from "@/lib/i18n/format";

const cell = "px-1 py-0.5 text-right whitespace-nowrap";
const name = "px-1 py-0.5 text-left font-normal";

/** The whole sheet of a plan for paper: every client, every month, what was sold the year before. In whole units; nothing is left out. */
export function PaperSheet({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const unit = 10n ** BigInt(currencyExponent(sheet.currency));
  const whole = (minor: bigint) => number(divideHalfUp(minor, unit), locale);
  const byMonth = sheet.months.map((_, at) => sumOf(sheet.rows.map(({ cells }) => cells[at] ?? 0n)));
  const row = (values: readonly bigint[]) => [
    ...values.map((value, at) => (
      <td key={sheet.months[at]} className={cell}>
        {whole(value)}
      </td>
    )),
    <td key="year" className={`${cell} font-semibold`}>
      {whole(sumOf(values))}
    </td>,
  ];
  return (
    <div className="overflow-x-auto">
      <table className="num w-full border-collapse bg-sheet text-xs print:text-[8px]">
        <thead>
          <tr className="border-line border-b">
            <th scope="col" className={name}>
              {t("grid.client")}
            </th>
            {sheet.months.map((month) => (
              <th key={month} scope="col" className={`${cell} font-normal`}>
                {monthName(Number(month.slice(5, 7)), locale)}
              </th>
            ))}
            <th scope="col" className={cell}>
              {t("grid.year")}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((one) => (
            <tr key={one.id} className="break-inside-avoid border-hair border-b">
              <th scope="row" className={name}>
                {one.name}
              </th>
              {row(one.cells)}
            </tr>
          ))}
        </tbody>
        {/* No foot: a browser would repeat it on every sheet of paper. */}
        <tbody className="border-line border-t">
          <tr className="break-inside-avoid font-semibold">
            <th scope="row" className={`${name} font-semibold`}>
              {t("grid.total", { count: sheet.rows.length })}
            </th>
            {row(byMonth)}
          </tr>
          {sheet.lastYear.length > 0 && (
            <tr className="break-inside-avoid text-ink-2">
              <th scope="row" className={name}>
                {t("grid.lastYear")}
              </th>
              {row(sheet.lastYear)}
            </tr>
          )}
        </tbody>
      </table>
      {sheet.hidden !== 0n && (
        <p className="mt-1 text-ink-3 text-xs">
          {t("paper.hidden", { sum: money(sheet.hidden, sheet.currency, locale) })}
        </p>
      )}
      <p className="mt-1 text-ink-3 text-xs">
        {t("paper.rounded", { figure: money(sheet.figure, sheet.currency, locale), currency: sheet.currency })}
      </p>
    </div>
  );
}

/** A plan without clients for paper: a figure for each period. */
export function PaperFigures({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const sum = (minor: bigint) => money(minor, sheet.currency, locale);
  const period = (startsOn: string, months: number) => {
    if (months === 12) return t("fiscal", { year: String(sheet.year) });
    const first = sheet.months.indexOf(startsOn);
    return months === 3
      ? t("grid.quarter", { quarter: String(first / 3 + 1) })
      : monthName(Number(startsOn.slice(5, 7)), locale);
  };
  return (
    <table className="num w-full max-w-[480px] border-collapse bg-sheet">
      <tbody>
        {sheet.figures.map(({ startsOn, months, amount }) => (
          <tr key={startsOn} className="border-hair border-b">
            <th scope="row" className={name}>
              {period(startsOn, months)}
            </th>
            <td className={cell}>{amount === null ? "—" : sum(amount)}</td>
          </tr>
        ))}
        <tr className="font-semibold">
          <th scope="row" className={`${name} font-semibold`}>
            {t("figures.total")}
          </th>
          <td className={cell}>{sum(sheet.figure)}</td>
        </tr>
      </tbody>
    </table>
  );
}
