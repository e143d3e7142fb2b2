import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { inLanguage } from "@/lib/domain/in-language";
import { translator } from "@/lib/i18n/messages";
import { type KindRow, listNumberKinds } from "../queries";

/** Which numbers are kept of every client, in the order of asking; archived kinds too. */
export const exportNumberKinds = exportFile(
  { name: "numberKinds", ability: "dictionary:edit", filter: z.object({}) },
  async (scope): Promise<Exported<KindRow>> => {
    const t = translator(scope.locale, "numbers");
    const e = translator(scope.locale, "exports");
    const { text, number, yesNo } = exportFields<KindRow>(scope);
    return {
      title: t("kinds.tab"),
      fields: [
        text("nameRu", t("kinds.nameRu"), (row) => row.nameRu, 30),
        text("nameEn", t("kinds.nameEn"), (row) => row.nameEn, 30),
        text("topic", t("kinds.topic"), (row) => t(`topic.${row.topic}`)),
        text("unit", t("kinds.unit"), (row) => t(`unit.${row.unit}`)),
        text("measure", t("kinds.measure"), (row) => inLanguage(scope.locale, row.measureRu, row.measureEn)),
        number("halfLife", t("kinds.halfLife"), (row) => row.halfLifeDays),
        yesNo("header", t("kinds.inHeader"), (row) => row.inHeader),
        number("clients", e("knownOf"), (row) => row.clients),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows: await listNumberKinds(scope),
    };
  },
);
