import { exportFields } from "@/lib/access/export-fields";
import { type ExportField, exportFile } from "@/lib/access/export-file";
import type { Scope } from "@/lib/access/scope";
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

async function* rowsOf(scope: Scope, filter: ProgressFilter, first: Progress): AsyncGenerator<ProgressLine> {
  yield* first.lines;
  for (let page = 2; (page - 1) * first.size < first.count; page++)
    yield* (await progressOf(scope, { ...filter, page })).lines;
}

function fieldsOf(scope: Scope, { state: { by }, knowsPlan, currency }: Progress): ExportField<ProgressLine>[] {
  const t = translator(scope.locale, "progress");
  const words = translator(scope.locale, "words");
  const { text, number, money, percent } = exportFields<ProgressLine>(scope);
  const name = ({ key, label }: ProgressLine) => {
    if (by === "month") return key.slice(0, 7);
    if (key === "away") return t("away");
    if (key === "none" && by === "region") return t("none.region");
    if (by === "source" && (key === "new" || key === "growth" || key === "renewal")) return t(`source.${key}`);
    if (by === "mode" && (key === "proactive" || key === "reactive" || key === "mixed"))
      return words(`workMode.${key}`);
    return label ?? (by === "group" ? t("none.group") : words("unassigned"));
  };
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
    text("name", t(`column.${by}`), name, 32),
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
