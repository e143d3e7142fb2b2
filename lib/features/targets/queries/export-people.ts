import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { measureName } from "@/lib/i18n/measure-text";
import { translator } from "@/lib/i18n/messages";
import { readTargets, type TargetPage } from "../queries";
import { targetFilter } from "../schema";

type Row = TargetPage["side"][number];
const ratio = (points: bigint | null | undefined) => (points == null ? null : Number(points) / 10_000);

/** People beside one another: attainment of each measure, and the score. */
export const exportTargetPeople = exportFile(
  { name: "targetPeople", ability: "client:read", filter: targetFilter },
  async (scope, filter): Promise<Exported<Row>> => {
    const page = await readTargets(scope, filter);
    const t = translator(scope.locale, "targets");
    const { text, percent } = exportFields<Row>(scope);
    return {
      title: t("teamTable"),
      fields: [
        text("name", t("people"), (row) => row.name, 28),
        ...page.rows.map(({ measure }, place) =>
          percent(measure.id, measureName(measure, scope.locale), (row) => ratio(row.cells[place]?.points)),
        ),
        percent("score", t("columns.score"), (row) => ratio(row.score)),
      ],
      rows: page.side,
    };
  },
);
