import { exportFields } from "@/lib/access/export-fields";
import type { ExportField } from "@/lib/access/export-file";
import type { Scope } from "@/lib/access/scope";
import { closedMonths, listMonths } from "@/lib/domain/closed-months";
import { fiscalYearOf, yearName } from "@/lib/domain/fiscal-year";
import type { Growth } from "@/lib/domain/growth";
import { deviationOf } from "@/lib/domain/plan-sum";
import { ratio } from "@/lib/domain/rounding";
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
    ...planFields(scope, "year"),
    ...planFields(scope, "month"),
    ...listMonths(closedMonths(scope.today, 12)).map((month, at) =>
      money("months", e("month", { month: month.slice(0, 7) }), currency, ({ months }) =>
        months[at] === undefined ? null : BigInt(months[at]),
      ),
    ),
    money("turnover", t("columnTitle.turnover"), currency, (row) => sold(row)?.turnover ?? null),
    money("turnover", e("yearBefore"), currency, (row) => sold(row)?.before ?? null),
    percent("growth", t("column.growth"), (row) => known(sold(row)?.growth)),
    text("stage", t("columnTitle.stage"), (row) => (row.figures?.stage ? words(`stage.${row.figures.stage}`) : null)),
    day("contract", t("column.contract"), (row) => row.figures?.contractEndsOn ?? null),
    number("rhythm", e("usualGap"), (row) => sold(row)?.rhythm?.medianGap ?? null),
    number("rhythm", e("silentFor"), (row) => sold(row)?.rhythm?.silentFor ?? null),
    money("toDate", t("columnTitle.toDate"), currency, (row) => sold(row)?.toDate ?? null),
    money("toDate", e("toDateBefore"), currency, (row) => sold(row)?.toDateBefore ?? null),
    percent("toDateGrowth", t("column.toDateGrowth"), (row) => known(sold(row)?.toDateGrowth)),
    percent("share", t("column.share"), (row) => row.figures?.share ?? null),
    text("class", t("column.class"), (row) => (row.figures?.abc ? `${row.figures.abc}${row.xyz ?? ""}` : null)),
  ];
}

function known(growth: Growth | undefined): number | null {
  return typeof growth === "number" ? growth : null;
}

/** What the bullet of the year or of the month draws. */
function planFields(scope: Scope, which: "year" | "month"): ExportField<BookRow>[] {
  const t = translator(scope.locale, "book");
  const { money, percent } = exportFields<BookRow>(scope);
  const { currency, fiscalStartMonth } = scope.company;
  const year = fiscalYearOf(scope.today, fiscalStartMonth);
  const period = which === "month" ? scope.today.slice(0, 7) : yearName(year, fiscalStartMonth);
  const sum = ({ figures }: BookRow) => {
    const found = figures?.plan[which];
    return found && (found.plan !== null || found.fact !== 0n) ? found : null;
  };
  return [
    money(which, t("plan.fact", { period }), currency, (row) => sum(row)?.fact ?? null),
    money(which, t("plan.planned", { period }), currency, (row) => sum(row)?.plan ?? null),
    percent(which, t("plan.attainment", { period }), (row) => {
      const { fact = 0n, plan = null } = sum(row) ?? {};
      return plan === null || plan <= 0n ? null : ratio(fact, plan);
    }),
    money(which, t("plan.toDate", { period }), currency, (row) => sum(row)?.toDate ?? null),
    money(which, t("plan.deviation", { period }), currency, (row) => {
      const found = sum(row);
      return found && deviationOf(found);
    }),
    money(which, t("plan.forecast", { period }), currency, (row) =>
      sum(row)?.plan == null ? null : (row.forecast?.[which] ?? null),
    ),
  ];
}
