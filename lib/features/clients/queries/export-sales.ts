import { exportFields } from "@/lib/access/export-fields";
import type { Exported } from "@/lib/access/export-file";
import { addDays } from "@/lib/domain/calendar-date";
import {
  type ClientSales,
  clientSales,
  type GroupFigure,
  type MonthFigure,
} from "@/lib/features/sales/queries/client-sales";
import { listStages, type StageRow } from "@/lib/features/sales/queries/stages";
import { translator } from "@/lib/i18n/messages";
import { exportOfClient } from "./export-of-client";

/** What a client bought in each of the months on its chart, and in the same month a year before; the newest first. */
export const exportClientMonths = exportOfClient(
  { name: "clientMonths" },
  async (scope, client): Promise<Exported<MonthFigure>> => {
    const { months, currency } = await clientSales(scope, client);
    const t = translator(scope.locale, "sales");
    const { day, money, percent } = exportFields<MonthFigure>(scope);
    return {
      title: t("chart.title"),
      fields: [
        day("month", t("chart.month"), (row) => row.month),
        money("amount", t("chart.amount"), currency, (row) => row.amount),
        money("before", t("chart.before"), currency, (row) => row.before),
        percent("growth", t("chart.growth"), (row) =>
          typeof row.growth === "number" && !row.running ? row.growth : null,
        ),
      ],
      rows: months.toReversed(),
    };
  },
);

/** What a client buys by product group, the last twelve closed months and the twelve before. */
export const exportClientGroups = exportOfClient(
  { name: "clientGroups" },
  async (scope, client): Promise<Exported<GroupFigure>> => {
    const { groups, currency } = await clientSales(scope, client);
    const t = translator(scope.locale, "sales");
    const { text, money, percent } = exportFields<GroupFigure>(scope);
    return {
      title: t("groups.title"),
      fields: [
        text("name", t("groups.name"), (row) => row.name ?? t("groups.noGroup"), 30),
        money("year", t("groups.year"), currency, (row) => row.amount),
        money("before", t("groups.before"), currency, (row) => row.before),
        percent("growth", t("groups.growth"), (row) => (typeof row.growth === "number" ? row.growth : null)),
        percent("share", t("groups.share"), (row) => row.share),
      ],
      rows: groups,
    };
  },
);

type SourceRow = ClientSales["sources"][number];

/** Where a client's sales of the last twelve closed months come from. */
export const exportClientSources = exportOfClient(
  { name: "clientSources" },
  async (scope, client): Promise<Exported<SourceRow>> => {
    const { sources, currency } = await clientSales(scope, client);
    const t = translator(scope.locale, "sales");
    const { text, money, percent } = exportFields<SourceRow>(scope);
    return {
      title: t("sources.title"),
      fields: [
        text("source", t("lines.source"), (row) => t(`sources.${row.source}`), 20),
        money("amount", t("groups.year"), currency, (row) => row.amount),
        percent("share", t("groups.share"), (row) => row.share),
      ],
      rows: sources,
    };
  },
);

/** The stages of a client's life with what the rule saw, or who overruled it and why; the one in force first. */
export const exportClientStages = exportOfClient(
  { name: "clientStages" },
  async (scope, client): Promise<Exported<StageRow>> => {
    const t = translator(scope.locale, "sales");
    const e = translator(scope.locale, "exports");
    const words = translator(scope.locale, "words");
    const { text, day, number, percent, yesNo } = exportFields<StageRow>(scope);
    return {
      title: t("stage.title"),
      fields: [
        text("stage", t("stage.title"), (row) => words(`stage.${row.stage}`)),
        day("from", e("nextDay"), (row) => row.startsOn),
        day("until", e("lastDay"), (row) => row.endsOn && addDays(row.endsOn, -1)),
        number("days", e("silentFor"), (row) => row.figures.days ?? null),
        number("usual", e("usualGap"), (row) => row.figures.medianGap ?? null),
        percent("growth", t("groups.growth"), (row) => row.figures.growth ?? null),
        yesNo("manual", e("byHand"), (row) => row.manual),
        text("by", e("by"), (row) => row.by, 24),
        text("reason", t("stage.reason"), (row) => row.reason, 40),
      ],
      rows: await listStages(scope, client),
    };
  },
);
