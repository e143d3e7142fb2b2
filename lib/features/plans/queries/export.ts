import { exportFields } from "@/lib/access/export-fields";
import { type Exported, exportFile } from "@/lib/access/export-file";
import { Refusal } from "@/lib/access/refusal";
import { sumOf } from "@/lib/domain/money";
import { monthName } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/messages";
import { planExportFilter } from "../schema";
import { type PlanSheet, planSheet, type SheetRow } from "./plan-sheet";

/** One line of either file: a client's year, or one month of a client; without a client a figure of a period. */
type Line = { row: Pick<SheetRow, "code" | "name" | "cells" | "pinned" | "lastYear"> | null; at: number; span: number };

/**
 * A version as a file: wide (a column per month) or long (a line per client and month). Figures by period are long in both. Whose plan and which client
 * are named as the import of plans knows them, so that the file comes in again.
 */
export const exportPlan = exportFile(
  { name: "plan", ability: "client:read", filter: planExportFilter },
  async (scope, { plan, shape }): Promise<Exported<Line>> => {
    const sheet = plan === undefined ? null : await planSheet(scope, plan);
    if (!sheet) throw new Refusal("not-found");
    const t = translator(scope.locale, "plans");
    const title = `${t("year", { year: String(sheet.year) })} · ${sheet.member.name}`;
    const isWide = shape === "wide" && sheet.figures.length === 0;
    return isWide ? { title, ...wide(scope, sheet) } : { title, ...long(scope, sheet) };
  },
);

type Of = Parameters<typeof exportFields>[0] & { company: { currency: string } };

function wide(scope: Of, sheet: PlanSheet): Omit<Exported<Line>, "title"> {
  const t = translator(scope.locale, "plans");
  const { text, money } = exportFields<Line>(scope);
  const month = (at: number) =>
    `${monthName(Number(sheet.months[at]?.slice(5, 7)), scope.locale)} ${sheet.months[at]?.slice(0, 4)}`;
  const amount = (id: string, header: string, of: (row: NonNullable<Line["row"]>) => bigint | null) =>
    money(id, header, scope.company.currency, ({ row }) => row && of(row));
  return {
    fields: [
      text("member", t("list.who"), () => sheet.member.name, 24),
      text("email", t("export.email"), () => sheet.member.email, 24),
      text("code", t("export.code"), ({ row }) => row?.code ?? null, 12),
      text("client", t("grid.client"), ({ row }) => row?.name ?? null, 36),
      ...sheet.months.map((_, at) => amount(`m${at}`, month(at), ({ cells }) => cells[at] ?? 0n)),
      amount("year", t("export.year"), ({ cells }) => sumOf(cells)),
      amount("before", t("grid.lastYear"), ({ lastYear }) => (lastYear ? sumOf(lastYear) : null)),
    ],
    rows: sheet.rows.map((row) => ({ row, at: 0, span: 12 })),
  };
}

function long(scope: Of, sheet: PlanSheet): Omit<Exported<Line>, "title"> {
  const t = translator(scope.locale, "plans");
  const { text, money, day, number, yesNo } = exportFields<Line>(scope);
  const figures = sheet.figures.map(({ amount }) => amount);
  const isFigures = figures.length > 0;
  return {
    fields: [
      text("member", t("list.who"), () => sheet.member.name, 24),
      text("email", t("export.email"), () => sheet.member.email, 24),
      ...(isFigures
        ? [text("kind", t("form.kind"), () => t(`kind.${sheet.kind}`), 12)]
        : [
            text("code", t("export.code"), ({ row }) => row?.code ?? null, 12),
            text("client", t("grid.client"), ({ row }) => row?.name ?? null, 36),
          ]),
      day("month", t("figures.period"), ({ at }) => sheet.months[at] ?? null),
      number("months", t("figures.months"), ({ span }) => span),
      money("amount", t("figures.amount"), scope.company.currency, ({ row, at, span }) =>
        row ? (row.cells[at] ?? 0n) : (figures[at / span] ?? 0n),
      ),
      ...(isFigures ? [] : [yesNo("pinned", t("grid.pinned"), ({ row, at }) => row?.pinned[at] ?? false)]),
      money("before", t("grid.lastYear"), scope.company.currency, ({ row, at, span }) =>
        row ? (row.lastYear?.[at] ?? null) : sumOf(sheet.lastYear.slice(at, at + span)),
      ),
    ],
    rows: isFigures
      ? figures.flatMap((amount, place) =>
          amount === null ? [] : [{ row: null, at: place * (12 / figures.length), span: 12 / figures.length }],
        )
      : sheet.rows.flatMap((row) => sheet.months.map((_, at) => ({ row, at, span: 1 }))),
  };
}
