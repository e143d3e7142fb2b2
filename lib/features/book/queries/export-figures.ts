import { exportFields } from "@/lib/access/export-fields";
import type { ExportField } from "@/lib/access/export-file";
import type { Scope } from "@/lib/access/scope";
import { closedMonths, listMonths } from "@/lib/domain/closed-months";
import type { Growth } from "@/lib/domain/growth";
import { translator } from "@/lib/i18n/messages";
import type { BookRow } from "./listing";

/** What the book counts, as figures of a file: where the screen draws a mark, the numbers behind it. Growth from nothing is an empty cell. */
export function figureFields(scope: Scope): ExportField<BookRow>[] {
  const t = translator(scope.locale, "book");
  const e = translator(scope.locale, "exports");
  const words = translator(scope.locale, "words");
  const { text, number, money, percent, day } = exportFields<BookRow>(scope);
  const { currency } = scope.company;
  // Who never bought has no figures of sales, not zeros.
  const sold = (row: BookRow) => (row.figures?.rhythm ? row.figures : null);
  return [
    day("touch", e("lastTouch"), (row) => row.figures?.touch.lastOn ?? null),
    number("touch", e("silentDays"), (row) => row.figures?.touch.days ?? null),
    day("touch", e("touchDue"), (row) => row.figures?.touch.dueOn ?? null),
    ...listMonths(closedMonths(scope.today, 12)).map((month, at) =>
      money("months", e("month", { month: month.slice(0, 7) }), currency, ({ months }) =>
        months[at] === undefined ? null : BigInt(months[at]),
      ),
    ),
    money("turnover", t("columnTitle.turnover"), currency, (row) => sold(row)?.turnover ?? null),
    money("turnover", e("yearBefore"), currency, (row) => sold(row)?.before ?? null),
    percent("growth", t("column.growth"), (row) => ratio(sold(row)?.growth)),
    text("stage", t("columnTitle.stage"), (row) => (row.figures?.stage ? words(`stage.${row.figures.stage}`) : null)),
    day("contract", t("column.contract"), (row) => row.figures?.contractEndsOn ?? null),
    number("rhythm", e("usualGap"), (row) => sold(row)?.rhythm?.medianGap ?? null),
    number("rhythm", e("silentFor"), (row) => sold(row)?.rhythm?.silentFor ?? null),
    money("toDate", t("columnTitle.toDate"), currency, (row) => sold(row)?.toDate ?? null),
    money("toDate", e("toDateBefore"), currency, (row) => sold(row)?.toDateBefore ?? null),
    percent("toDateGrowth", t("column.toDateGrowth"), (row) => ratio(sold(row)?.toDateGrowth)),
    percent("share", t("column.share"), (row) => row.figures?.share ?? null),
    text("class", t("column.class"), (row) => (row.figures?.abc ? `${row.figures.abc}${row.xyz ?? ""}` : null)),
  ];
}

function ratio(growth: Growth | undefined): number | null {
  return typeof growth === "number" ? growth : null;
}
