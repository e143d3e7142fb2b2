import { z } from "zod";
import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { formulaWords } from "@/lib/i18n/formula-words";
import { measureName } from "@/lib/i18n/measure-text";
import { translator } from "@/lib/i18n/messages";
import { listMeasures, type MeasureRow } from "./measures";

/** The catalogue of measures in the order of scorecards, archived ones last. */
export const exportMeasures = exportFile(
  { name: "measures", ability: "measure:read", filter: z.object({}) },
  async (scope): Promise<Exported<MeasureRow>> => {
    const rows = await listMeasures(scope);
    const t = translator(scope.locale, "targets");
    const e = translator(scope.locale, "exports");
    const { text, percent, yesNo } = exportFields<MeasureRow>(scope);
    return {
      title: t("catalogue.title"),
      fields: [
        text("name", t("columns.measure"), (row) => measureName(row, scope.locale), 32),
        text("code", t("catalogue.code"), (row) => row.code),
        text("kind", t("catalogue.kind"), (row) => t(`catalogue.kinds.${row.kind}`), 26),
        text(
          "formula",
          t("catalogue.formula"),
          (row) => row.formula && formulaWords(row.formula, rows, scope.locale),
          40,
        ),
        text("unit", t("catalogue.unit"), (row) => t(`catalogue.units.${row.unit}`)),
        text("direction", t("catalogue.direction"), (row) => t(`catalogue.directions.${row.direction}`), 12),
        text("gathering", t("catalogue.gathering"), (row) => t(`catalogue.gatherings.${row.gathering}`)),
        percent("weight", t("columns.weight"), (row) => row.weight / 10_000),
        yesNo("archived", e("archived"), (row) => row.archived),
      ],
      rows,
    };
  },
);
