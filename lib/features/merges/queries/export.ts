import { exportFields } from "@/lib/access/export-fields";
import type { Exported } from "@/lib/access/export-file";
import { exportOfClient } from "@/lib/features/clients/queries/export-of-client";
import { translator } from "@/lib/i18n/messages";
import { listMerges, type MergeRow } from "../queries";

/** What was merged into a client and into its people, the newest first. */
export const exportClientMerges = exportOfClient(
  { name: "clientMerges" },
  async (scope, client): Promise<Exported<MergeRow>> => {
    const t = translator(scope.locale, "merges");
    const e = translator(scope.locale, "exports");
    const { text, day, yesNo } = exportFields<MergeRow>(scope);
    return {
      title: t("listTitle"),
      fields: [
        day("on", e("day"), (row) => row.on),
        text("kind", e("kind"), (row) => (row.kind === "client" ? e("client") : e("contact")), 14),
        text("name", e("merged"), (row) => row.name, 36),
        text("by", e("by"), (row) => row.by, 24),
        day("until", e("undoUntil"), (row) => row.until),
        yesNo("undone", t("wasUndone"), (row) => row.undone),
      ],
      rows: await listMerges(scope, client),
    };
  },
);
