import { exportFields } from "@/lib/access/export-fields";
import { exportFile } from "@/lib/access/export-file";
import { monthsOfSpan } from "@/lib/domain/kpi-target";
import { typedText } from "@/lib/domain/typed-amount";
import { measureName } from "@/lib/i18n/measure-text";
import { translator } from "@/lib/i18n/messages";
import { periodWords } from "@/lib/i18n/pay-words";
import { readTargets, type ScoreRow } from "../queries";
import { targetFilter, yearFilter } from "../schema";
import { readTargetYear, type YearRow } from "./year";

/** A scorecard: a row for each measure. Figures stand in the measure's own unit, which a column names. */
export const exportScorecard = exportFile(
  { name: "targets", ability: "client:read", filter: targetFilter },
  async (scope, filter) => {
    const t = translator(scope.locale, "targets");
    const page = await readTargets(scope, filter);
    const { text, decimal, percent } = exportFields<ScoreRow>(scope);
    const ratio = (value: bigint | number | null) => (value === null ? null : Number(value) / 10_000);
    const period = periodWords({ startsOn: page.filter.at, months: monthsOfSpan[page.filter.span] }, scope.locale);
    return {
      title: `${t("title")} ${page.name} ${period}`,
      fields: [
        text("measure", t("columns.measure"), ({ measure }) => measureName(measure, scope.locale), 32),
        text("unit", t("catalogue.unit"), ({ measure }) => unitOf(measure, page.currency, t)),
        decimal("target", t("columns.target"), (row) => figureText(row.target?.amount ?? null, row.digits)),
        decimal("fact", t("columns.fact"), (row) => figureText(row.fact, row.digits)),
        percent("attainment", t("columns.attainment"), ({ points }) => ratio(points)),
        percent("coefficient", t("columns.coefficient"), ({ coefficient }) => ratio(coefficient)),
        percent("weight", t("columns.weight"), ({ weight }) => ratio(weight)),
        text(
          "evidence",
          t("evidence"),
          ({ entered }) => [entered?.note, entered?.link].filter(Boolean).join(" ") || null,
          40,
        ),
      ],
      rows: page.rows,
    };
  },
);

/** The targets of a year: a row for each measure or person, a column for each month, quarter and the year. */
export const exportTargetYear = exportFile(
  { name: "target-year", ability: "client:read", filter: yearFilter },
  async (scope, filter) => {
    const t = translator(scope.locale, "targets");
    const page = await readTargetYear(scope, filter);
    const { text, decimal } = exportFields<YearRow>(scope);
    return {
      title: `${t("year.title")} ${page.name} ${page.filter.at.slice(0, 4)}`,
      fields: [
        text("whose", t("year.whose"), ({ name }) => name ?? page.name, 28),
        text("measure", t("columns.measure"), ({ measure }) => measureName(measure, scope.locale), 28),
        text("unit", t("catalogue.unit"), ({ measure }) => unitOf(measure, page.currency, t)),
        ...page.stretches.map((stretch, place) =>
          decimal(
            `${stretch.startsOn} ${stretch.months}`,
            stretch.months === 12 ? t("year.year") : periodWords(stretch, scope.locale),
            ({ cells, digits }) => figureText(cells[place]?.amount ?? null, digits),
          ),
        ),
      ],
      rows: page.rows,
    };
  },
);

type Measure = ScoreRow["measure"];
/** A measure's figure as an exact decimal. */
export const figureText = (value: bigint | null, digits: number) =>
  value === null ? null : typedText(value, digits, ".");
/** What a measure's figures are counted in. */
export const unitOf = (
  { unit }: Measure,
  currency: string,
  t: (key: `catalogue.units.${Measure["unit"]}`) => string,
) => (unit === "money" ? currency : t(`catalogue.units.${unit}`));
