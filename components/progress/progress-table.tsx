import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Progress, ProgressLine } from "@/lib/features/progress/queries/progress";
import { money, number } from "@/lib/i18n/format";
import { progressHref } from "./progress-href";
import { figureColumns, ProgressRow } from "./progress-row";
import { useTotalReasons } from "./total-reasons";

/** The rows of the split with their plan, fact and forecast, the furthest behind first; the total counts each sale once. */
export function ProgressTable({ progress }: { progress: Progress }) {
  const t = useTranslations("progress");
  const locale = useLocale();
  const reasons = useTotalReasons(progress);
  const { state, lines, total, count, size, currency } = progress;
  if (lines.length === 0) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  const columns = figureColumns(progress);
  const first = (state.page - 1) * size + 1;
  return (
    <section className="rounded-lg border border-line bg-sheet" aria-label={t(`by.${state.by}`)}>
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead className="border-line border-b text-ink-3 text-xs">
            <tr>
              <Head column="name" label={t(`column.${state.by}`)} state={state} start />
              {columns.map((column) => (
                <Head
                  key={column}
                  column={column === "plan" && !progress.knowsPlan ? "fact" : column}
                  label={t(`column.${column === "plan" && !progress.knowsPlan ? "fact" : column}`)}
                  title={column in titles ? t(`columnTitle.${column as keyof typeof titles}`) : undefined}
                  state={state}
                  start={column === "plan"}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <ProgressRow key={line.key} line={line} progress={progress} columns={columns} />
            ))}
          </tbody>
          <tfoot className="border-line border-t bg-paper font-semibold">
            <ProgressRow
              line={withoutLinks(total)}
              progress={progress}
              columns={columns}
              name={t("total")}
              reasons={reasons}
            />
          </tfoot>
        </table>
      </div>
      {count > size && (
        <div data-print="none" className="flex items-center gap-3 border-hair border-t px-3 py-1.5 text-ink-3">
          <span>
            {t("page", {
              from: number(first, locale),
              to: number(first + lines.length - 1, locale),
              count: number(count, locale),
            })}
          </span>
          {state.page > 1 && (
            <Link href={progressHref(state, { page: state.page - 1 })} className="link">
              {t("pageBack")}
            </Link>
          )}
          {first + lines.length - 1 < count && (
            <Link href={progressHref(state, { page: state.page + 1 })} className="link">
              {t("pageNext")}
            </Link>
          )}
        </div>
      )}
      {progress.above.map((one) => (
        <p key={`${one.kind} ${one.name}`} className="border-hair border-t px-3 py-2 text-ink-2">
          {t(`above.${one.kind}`, { name: one.name ?? "", sum: money(one.amount, currency, locale, { short: true }) })}
        </p>
      ))}
    </section>
  );
}

const titles = {
  attainment: true,
  deviation: true,
  forecast: true,
  required: true,
  growth: true,
  newShare: true,
  growthShare: true,
  touch: true,
};

const withoutLinks = (total: ProgressLine): ProgressLine => ({ ...total, key: "all" });

function Head(props: { column: string; label: string; title?: string; state: Progress["state"]; start?: boolean }) {
  const { column, label, title, state } = props;
  const sorted = state.sort.replace(/^-/, "") === column;
  const down = state.sort.startsWith("-");
  // The first click puts on top what one looks for: the worst deviation, the largest of the others.
  const first = column === "deviation" || column === "name" || column === "attainment" ? column : `-${column}`;
  const sort = sorted ? (down ? column : `-${column}`) : first;
  return (
    <th
      scope="col"
      title={title}
      aria-sort={sorted ? (down ? "descending" : "ascending") : undefined}
      className={`whitespace-nowrap px-2 py-2 font-medium first:px-2.5 ${props.start ? "text-left" : "text-right"}`}
    >
      <Link
        href={progressHref(state, { sort })}
        scroll={false}
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
      >
        {label}
        {sorted && <span aria-hidden>{down ? "↓" : "↑"}</span>}
      </Link>
    </th>
  );
}
