import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { attainment } from "@/lib/domain/attainment";
import { partDue } from "@/lib/domain/plan-to-date";
import type { Progress, ProgressLine } from "@/lib/features/progress/queries/progress";
import { monthName, number } from "@/lib/i18n/format";
import { useName } from "./progress-row";
import { drillHref, monthLabel } from "./progress-words";
import { useSums } from "./sums";

/** Rows × months of the year: what per cent of the month's plan was sold, in the running month of what is due of it by now. The figure stands in the cell; the colour only helps to find it. */
export function HeatTable({ progress, year }: { progress: Progress; year: string }) {
  const t = useTranslations("progress.heat");
  const split = useTranslations("progress");
  const locale = useLocale();
  const { state, lines, span, today, knowsPlan, running } = progress;
  if (!knowsPlan || state.by === "month" || lines.every(({ standing }) => standing.plan === null)) return null;
  const months = span.year.filter((month) => month <= today);
  return (
    <Section title={t("title")} flush action={<TableExport table="progress-months" />}>
      <div className="overflow-x-auto">
        <table className="w-full min-w-200 table-fixed" aria-label={t("label", { year })}>
          <thead className="border-line border-b text-ink-3 text-xs">
            <tr>
              <th className="w-56 px-2.5 py-1.5 text-left font-medium">{split(`column.${state.by}`)}</th>
              {months.map((month) => (
                <th key={month} className="px-2 py-1.5 text-right align-top font-medium">
                  {monthName(Number(month.slice(5, 7)), locale)}
                  {month === running?.month && (
                    <span className="-ml-2 block whitespace-nowrap font-normal">{t("running")}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, 40).map((line) => (
              <HeatRow key={line.key} line={line} progress={progress} months={months} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function HeatRow({ line, progress, months }: { line: ProgressLine; progress: Progress; months: readonly string[] }) {
  const t = useTranslations("progress.heat");
  const words = useTranslations("words");
  const locale = useLocale();
  const name = useName(progress, line);
  const { full } = useSums(progress.currency);
  const href = drillHref(progress.state, line);
  return (
    <tr className="border-hair border-t first:border-t-0">
      <th scope="row" title={name} className="truncate px-2.5 text-left font-normal">
        {href ? (
          <Link href={href} className="hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      {line.months
        .filter(({ month }) => months.includes(month))
        .map(({ month, fact, plan }) => {
          const { running } = progress;
          const due = plan !== null && month === running?.month ? partDue(plan, running) : plan;
          const share = attainment(fact, due).share;
          const said =
            plan === null || due === null
              ? undefined
              : t(month === running?.month ? "cellRunning" : "cell", {
                  ...{ name, month: monthLabel(month, locale), fact: full(fact), plan: full(plan), due: full(due) },
                });
          return (
            <td
              key={month}
              title={said}
              className={`num h-6.5 px-2 text-right text-xs ${share === null ? "text-ink-3" : toneOf(share)}`}
            >
              {share === null ? words("noValue") : number(share * 100, locale)}
            </td>
          );
        })}
    </tr>
  );
}

const toneOf = (share: number) => (share >= 0.97 ? "bg-green-soft" : share >= 0.85 ? "bg-amber-soft" : "bg-red-soft");
