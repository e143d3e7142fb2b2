import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { clientSales, type GroupFigure } from "@/lib/features/sales/queries/client-sales";
import { translator } from "@/lib/i18n/messages";
import { findClient } from "../queries";

/** What a client buys by product group, the last twelve closed months and the twelve before. */
export const exportClientGroups = exportFile(
  { name: "clientGroups", ability: "client:read", filter: z.object({ client: z.uuid().optional().catch(undefined) }) },
  async (scope, { client }): Promise<Exported<GroupFigure>> => {
    const found = client && (await findClient(scope, client));
    if (!client || !found) throw new Refusal("not-found");
    const { groups, currency } = await clientSales(scope, client);
    const t = translator(scope.locale, "sales");
    const { text, money, percent } = exportFields<GroupFigure>(scope);
    return {
      title: `${t("groups.title")} ${found.name}`,
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
