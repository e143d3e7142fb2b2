import { exportFields } from "@/lib/access/export-fields";
import { type ExportField, exportFile } from "@/lib/access/export-file";
import type { Scope } from "@/lib/access/scope";
import { attainment } from "@/lib/domain/attainment";
import { partDue } from "@/lib/domain/plan-to-date";
import { monthName } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/messages";
import type { ProgressLine } from "../lines";
import { type ProgressFilter, progressFilter } from "../schema";
import { type Progress, progressOf } from "./progress";

/** The table of the progress screen as a file: all pages, with the figures behind the marks. */
export const exportProgress = exportFile(
  { name: "progress", ability: "client:read", filter: progressFilter },
  async (scope, filter: ProgressFilter) => {
    const first = await progressOf(scope, { ...filter, page: 1 });
    return {
      title: translator(scope.locale, "progress")("title"),
      fields: fieldsOf(scope, first),
      rows: rowsOf(scope, filter, first),
    };
  },
);

/** Rows × months of the year up to now: what was sold of what was planned, where the screen shows per cent. */
export const exportProgressMonths = exportFile(
  { name: "progressMonths", ability: "client:read", filter: progressFilter },
  async (scope, filter: ProgressFilter) => {
    const first = await progressOf(scope, { ...filter, page: 1 });
    const t = translator(scope.locale, "progress");
    const { text, money, percent } = exportFields<ProgressLine>(scope);
    const monthOf = (line: ProgressLine, month: string) => line.months.find((one) => one.month === month);
    const fields = first.span.year
      .filter((month) => month <= scope.today)
      .flatMap((month) => {
        const title = `${monthName(Number(month.slice(5, 7)), scope.locale)} ${month.slice(0, 4)}`;
        const running = month === first.running?.month ? first.running : null;
        const due = (line: ProgressLine) => {
          const plan = monthOf(line, month)?.plan ?? null;
          return plan !== null && running ? partDue(plan, running) : plan;
        };
        return [
          money(month, `${title}: ${t("column.fact")}`, first.currency, (line) => monthOf(line, month)?.fact ?? 0n),
          money(month, `${title}: ${t("column.plan")}`, first.currency, (line) => monthOf(line, month)?.plan ?? null),
          percent(
            month,
            `${title}: ${running ? `${t("column.attainment")} ${t("heat.running")}` : t("column.attainment")}`,
            (line) => attainment(monthOf(line, month)?.fact ?? 0n, due(line)).share,
          ),
        ];
      });
    return {
      title: t("heat.title"),
      fields: [text("name", t(`column.${first.state.by}`), nameOf(scope, first), 32), ...fields],
      rows: rowsOf(scope, filter, first),
    };
  },
);

async function* rowsOf(scope: Scope, filter: ProgressFilter, first: Progress): AsyncGenerator<ProgressLine> {
  yield* first.lines;
  for (let page = 2; (page - 1) * first.size < first.count; page++)
    yield* (await progressOf(scope, { ...filter, page })).lines;
}

function nameOf({ locale }: Scope, { state: { by } }: Progress) {
  const t = translator(locale, "progress");
  const words = translator(locale, "words");
  return ({ key, label }: ProgressLine) => {
    if (by === "month") return key.slice(0, 7);
    if (key === "away") return t("away");
    if (key === "none" && by === "region") return t("none.region");
    if (by === "source" && (key === "new" || key === "growth" || key === "renewal")) return t(`source.${key}`);
    if (by === "mode" && (key === "proactive" || key === "reactive" || key === "mixed"))
      return words(`workMode.${key}`);
    return label ?? (by === "group" ? t("none.group") : words("unassigned"));
  };
}

function fieldsOf(scope: Scope, progress: Progress): ExportField<ProgressLine>[] {
  const { state, knowsPlan, currency } = progress;
  const { by } = state;
  const t = translator(scope.locale, "progress");
  const { text, number, money, percent } = exportFields<ProgressLine>(scope);
  const planned: ExportField<ProgressLine>[] = [
    money("plan", t("column.plan"), currency, ({ standing }) => standing.plan),
    percent("attainment", t("column.attainment"), ({ standing }) => standing.attainment.share),
    money("toDate", t("file.toDate"), currency, ({ standing }) => standing.toDate),
    money("deviation", t("columnTitle.deviation"), currency, ({ standing }) => standing.deviation),
    money("moved", t("file.moved"), currency, ({ moved }) => moved),
    money("required", t("column.required"), currency, ({ standing }) => standing.required.perDay),
  ];
  const people: ExportField<ProgressLine>[] = [
    number("clients", t("column.clients"), ({ clients }) => clients),
    number("touch", t("file.touched"), ({ touch }) => touch?.inTime ?? null),
    number("touch", t("file.answered"), ({ touch }) => touch?.of ?? null),
  ];
  return [
    text("name", t(`column.${by}`), nameOf(scope, progress), 32),
    money("fact", t("column.fact"), currency, ({ standing }) => standing.fact),
    ...(knowsPlan ? planned : []),
    money("forecast", t("column.forecast"), currency, ({ standing }) => standing.forecast.value),
    money("low", t("file.low"), currency, ({ standing }) => standing.forecast.low),
    money("high", t("file.high"), currency, ({ standing }) => standing.forecast.high),
    percent("growth", t("column.growth"), ({ standing }) =>
      typeof standing.growth === "number" ? standing.growth : null,
    ),
    percent("newShare", t("columnTitle.newShare"), ({ newShare }) => newShare),
    percent("growthShare", t("columnTitle.growthShare"), ({ growthShare }) => growthShare),
    ...(by === "manager" ? people : []),
  ];
}
