import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { translator } from "@/lib/i18n/messages";
import { type CadenceRow, listCadences } from "./cadences";

/** How often clients of each tier are to be touched. */
export const exportCadences = exportFile(
  { name: "cadences", ability: "dictionary:edit", filter: z.object({}) },
  async (scope): Promise<Exported<CadenceRow>> => {
    const t = translator(scope.locale, "touches");
    const { text, number } = exportFields<CadenceRow>(scope);
    return {
      title: t("cadence.title"),
      fields: [
        text("tier", t("cadence.tier"), (row) => row.tier, 12),
        number("days", t("cadence.days"), (row) => row.days),
        number("executiveDays", t("cadence.executive"), (row) => row.executiveDays),
      ],
      rows: await listCadences(scope),
    };
  },
);
