import { ArrowUpRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PlanBullet } from "@/components/charts/plan-bullet";
import { Link } from "@/components/ui/link";
import { Why } from "@/components/ui/why";
import { addMonths } from "@/lib/domain/calendar-date";
import { isFarBehind } from "@/lib/domain/plan-sum";
import type { Progress, ProgressLine } from "@/lib/features/progress/queries/progress";
import { percent } from "@/lib/i18n/format";
import { ClientReasons } from "./client-reasons";
import { drillHref, monthLabel, unnamed } from "./progress-words";
import { Amount, useSums } from "./sums";
import type { TotalReasons } from "./total-reasons";

const all = [
  ...(["clients", "plan", "attainment", "deviation", "forecast", "required"] as const),
  ...(["growth", "newShare", "growthShare", "touch"] as const),
];
export type FigureColumn = (typeof all)[number];

/** The columns that say something for this split. */
export function figureColumns({ state: { by, view }, knowsPlan }: Progress): FigureColumn[] {
  const fits: Partial<Record<FigureColumn, boolean>> = {
    clients: by === "manager",
    touch: by === "manager",
    attainment: knowsPlan,
    deviation: knowsPlan,
    required: knowsPlan,
    newShare: by !== "source",
    growthShare: by !== "source",
  };
  return all.filter((column) => (fits[column] ?? true) && (column !== "touch" || view === "owner" || by === "manager"));
}

type Props = {
  line: ProgressLine;
  progress: Progress;
  columns: readonly FigureColumn[];
  name?: string;
  /** The total's figures say why; those of a row lead on by its name. */
  reasons?: TotalReasons;
};

export function ProgressRow({ line, progress, columns, name, reasons }: Props) {
  const own = useName(progress, line);
  const title = name ?? own;
  return (
    <tr className="h-9 border-hair border-t first:border-t-0 hover:bg-[var(--hover)]">
      <th scope="row" className="whitespace-nowrap px-2.5 py-1 text-left font-normal leading-4">
        <RowName line={line} progress={progress} name={title} last={name !== undefined} />
      </th>
      {columns.map((column) => (
        <td key={column} className={`whitespace-nowrap px-2 ${column === "plan" ? "" : "num text-right text-ink-2"}`}>
          <Reasoned column={column} reasons={reasons}>
            <Figure column={column} line={line} progress={progress} />
          </Reasoned>
        </td>
      ))}
    </tr>
  );
}

function Reasoned(of: { column: FigureColumn; reasons?: TotalReasons; children: ReactNode }) {
  const { column, reasons, children } = of;
  const t = useTranslations("progress");
  const reason =
    reasons &&
    (column === "plan" ? (reasons.attainment ?? reasons.fact) : column === "clients" ? null : reasons[column]);
  if (!reason) return children;
  return (
    <Why label={t(`column.${column}`)} reason={reason} align={column === "plan" ? "start" : "end"}>
      {children}
    </Why>
  );
}

export function useName({ state }: Progress, { key, label }: ProgressLine): string {
  const t = useTranslations("progress");
  const words = useTranslations("words");
  const locale = useLocale();
  const missing = unnamed(state.by, key);
  if (missing) return t(missing);
  if (state.by === "month") return key === "all" ? t("total") : monthLabel(key, locale);
  if (state.by === "source" && (key === "new" || key === "growth" || key === "renewal")) return t(`source.${key}`);
  if (state.by === "mode" && (key === "proactive" || key === "reactive" || key === "mixed"))
    return words(`workMode.${key}`);
  return label ?? words("unassigned");
}

function RowName({
  line,
  progress,
  name,
  last,
}: {
  line: ProgressLine;
  progress: Progress;
  name: string;
  last: boolean;
}) {
  const t = useTranslations("progress");
  const { signed, full } = useSums(progress.currency);
  const href = last ? null : drillHref(progress.state, line);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {href ? (
        <Link href={href} className="hover:underline">
          {name}
        </Link>
      ) : (
        name
      )}
      {line.moved !== 0n && (
        <span className="text-ink-3 text-xs" title={t("movedTitle", { sum: full(line.moved) })}>
          {t("moved", { sum: signed(line.moved) })}
        </span>
      )}
      <ClientReasons reasons={line.reasons} />
      {progress.state.by === "client" && !last && line.reached && (
        <Link
          href={`/clients/${line.key}`}
          data-print="none"
          title={t("open")}
          aria-label={t("openTitle", { name })}
          className="inline-flex size-6 items-center justify-center rounded-md text-ink-3 hover:bg-hair hover:text-ink"
        >
          <ArrowUpRight aria-hidden size={14} />
        </Link>
      )}
    </span>
  );
}

function Figure({ column, line, progress }: { column: FigureColumn; line: ProgressLine; progress: Progress }) {
  const t = useTranslations("progress");
  const words = useTranslations("words");
  const locale = useLocale();
  const { currency } = progress;
  const { standing, clients, touch, newShare, growthShare } = line;
  const dash = <span className="text-ink-3">{words("noValue")}</span>;
  const share = (value: number | null, sign = false) => (value === null ? dash : percent(value, locale, { sign }));
  switch (column) {
    case "clients":
      return clients ?? dash;
    case "plan":
      return <Bullet line={line} currency={currency} knowsPlan={progress.knowsPlan} />;
    case "attainment":
      return <span className="font-medium text-ink">{share(standing.attainment.share)}</span>;
    case "deviation":
      return (
        <span className={isFarBehind(standing) ? "text-red" : undefined}>
          <Amount amount={standing.deviation} currency={currency} sign />
        </span>
      );
    case "forecast":
      return <Amount amount={standing.forecast.value} currency={currency} />;
    case "required":
      if (standing.required.state === "met") return t("required.met");
      if (standing.required.state === "out-of-reach")
        return isOver(progress, line) ? (
          <span className="text-ink-3" title={t("required.over")}>
            {words("noValue")}
          </span>
        ) : (
          t("required.out-of-reach")
        );
      return <Amount amount={standing.required.perDay} currency={currency} />;
    case "growth":
      return standing.growth === "new"
        ? t(progress.state.by === "client" ? "brief.new" : "brief.fromZero")
        : share(standing.growth, true);
    case "newShare":
      return share(newShare);
    case "growthShare":
      return share(growthShare);
    case "touch":
      return touch ? share(touch.inTime / touch.of) : dash;
  }
}

/** Whether nothing can be done any more: the period of the line is past, the last working day of it or not. */
const isOver = ({ state, span, today }: Progress, { key }: ProgressLine) =>
  (state.by === "month" && key !== "all" ? addMonths(key, 1) : span.days.endsOn) <= today;

function Bullet({
  line: { standing },
  currency,
  knowsPlan,
}: {
  line: ProgressLine;
  currency: string;
  knowsPlan: boolean;
}) {
  const t = useTranslations("progress");
  const { named, short, full } = useSums(currency);
  const { fact, plan, toDate, forecast } = standing;
  if (!knowsPlan || plan === null)
    return (
      <span title={t("bulletNoPlan", { fact: full(fact) })} className="num">
        {short(fact)}
        {knowsPlan && <span className="ml-1.5 text-ink-3 text-xs">{t("brief.noPlan")}</span>}
      </span>
    );
  const label = t("bullet", {
    fact: named(fact),
    plan: named(plan),
    toDate: named(toDate ?? 0n),
    forecast: forecast.value === null ? "—" : named(forecast.value),
  });
  return (
    <span title={label}>
      <PlanBullet fact={fact} plan={plan} toDate={toDate} forecast={forecast.value} label={label} width={150} />
    </span>
  );
}
