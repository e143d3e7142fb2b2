import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { monthsOfSpan } from "@/lib/domain/kpi-target";
import { measureName } from "@/lib/i18n/measure-text";
import { translator } from "@/lib/i18n/messages";
import { periodWords } from "@/lib/i18n/pay-words";
import { targetFilter } from "../schema";
import { figureText, unitOf } from "./export";
import { type HistoryPage, readTargetHistory } from "./history";

type Row = HistoryPage["rows"][number] | { score: string; cells: readonly { points: bigint | null }[] };

/** Past periods: fact, target and attainment of each measure; then the score, of a team its people's too. */
export const exportTargetHistory = exportFile(
  { name: "targetHistory", ability: "client:read", filter: targetFilter },
  async (scope, filter): Promise<Exported<Row>> => {
    const page = await readTargetHistory(scope, filter);
    const t = translator(scope.locale, "targets");
    const { text, decimal, percent } = exportFields<Row>(scope);
    const figure = (row: Row, place: number, what: "fact" | "target") =>
      "measure" in row ? figureText(row.cells[place]?.[what] ?? null, row.digits) : null;
    const score = (name: string, scores: readonly (bigint | null)[]): Row => ({
      score: name,
      cells: scores.map((points) => ({ points })),
    });
    return {
      title: `${t("history.title")} ${page.name}`,
      fields: [
        text(
          "measure",
          t("columns.measure"),
          (row) => ("measure" in row ? measureName(row.measure, scope.locale) : row.score),
          32,
        ),
        text("unit", t("catalogue.unit"), (row) => ("measure" in row ? unitOf(row.measure, page.currency, t) : null)),
        ...page.periods.flatMap((at, place) => {
          const period = periodWords({ startsOn: at, months: monthsOfSpan[page.filter.span] }, scope.locale);
          return [
            decimal(at, `${period}: ${t("columns.fact")}`, (row) => figure(row, place, "fact")),
            decimal(at, `${period}: ${t("columns.target")}`, (row) => figure(row, place, "target")),
            percent(at, `${period}: ${t("columns.attainment")}`, ({ cells }) => {
              const points = cells[place]?.points ?? null;
              return points === null ? null : Number(points) / 10_000;
            }),
          ];
        }),
      ],
      rows: [
        ...page.rows,
        score(t("score"), page.scores),
        ...page.members.map(({ name, scores }) => score(name, scores)),
      ],
    };
  },
);
