import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { translator } from "@/lib/i18n/messages";
import type { ListedClient } from "../book-health";
import { progressFilter } from "../schema";
import { progressOf } from "./progress";

/** The clients behind one of the counts of Progress, all of them: active, new, returned or churned. */
export const exportProgressClients = exportFile(
  { name: "progressClients", ability: "client:read", filter: progressFilter },
  async (scope, filter): Promise<Exported<ListedClient>> => {
    if (!filter.list) throw new Refusal("not-found");
    const { listed, currency } = await progressOf(scope, filter, null);
    const t = translator(scope.locale, "progress");
    const { text, money } = exportFields<ListedClient>(scope);
    return {
      title: t(`figures.list.${filter.list}`),
      fields: [
        text("client", t("list.client"), (row) => row.name, 36),
        money("now", t("list.now"), currency, (row) => row.turnover),
        money("before", t("list.before"), currency, (row) => row.before),
      ],
      rows: listed,
    };
  },
);
