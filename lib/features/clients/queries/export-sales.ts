import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { clientSales, type GroupFigure, type MonthFigure } from "@/lib/features/sales/queries/client-sales";
import { translator } from "@/lib/i18n/messages";
import { findClient } from "../queries";

const ofClient = z.object({ client: z.uuid().optional().catch(undefined) });

async function salesOf(scope: Scope, client: string | undefined) {
  const found = client && (await findClient(scope, client));
  if (!client || !found) throw new Refusal("not-found");
  return { name: found.name, ...(await clientSales(scope, client)) };
}

/** What a client bought in each of the months on its chart, and in the same month a year before; the newest first. */
export const exportClientMonths = exportFile(
  { name: "clientMonths", ability: "client:read", filter: ofClient },
  async (scope, { client }): Promise<Exported<MonthFigure>> => {
    const { name, months, currency } = await salesOf(scope, client);
    const t = translator(scope.locale, "sales");
    const { day, money, percent } = exportFields<MonthFigure>(scope);
    return {
      title: `${t("chart.title")} ${name}`,
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
export const exportClientGroups = exportFile(
  { name: "clientGroups", ability: "client:read", filter: ofClient },
  async (scope, { client }): Promise<Exported<GroupFigure>> => {
    const { name, groups, currency } = await salesOf(scope, client);
    const t = translator(scope.locale, "sales");
    const { text, money, percent } = exportFields<GroupFigure>(scope);
    return {
      title: `${t("groups.title")} ${name}`,
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
