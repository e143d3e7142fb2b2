import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { listWords, type WordRow } from "../queries";
import { dictionaryFilter } from "../schema";

/** One dictionary as a file, archived words too. */
export const exportDictionary = exportFile(
  { name: "dictionary", ability: "dictionary:edit", filter: dictionaryFilter },
  async (scope, { of }): Promise<Exported<WordRow>> => {
    const t = translator(scope.locale, "dictionaries");
    const e = translator(scope.locale, "exports");
    const { text, number, yesNo } = exportFields<WordRow>(scope);
    return {
      title: t(`kind.${of}`),
      fields: [
        text("name", t("name"), (row) => row.name, 36),
        ...(of === "region" ? [text("zone", t("zone"), (row) => row.zone, 24)] : []),
        number("used", t("used"), (row) => row.clients),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows: await listWords(scope, of),
    };
  },
);
