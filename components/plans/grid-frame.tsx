"use client";

import { useLocale, useTranslations } from "next-intl";
import { sumOf } from "@/lib/domain/money";
import { ratio } from "@/lib/domain/rounding";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { money, monthName, percent } from "@/lib/i18n/format";
import { columnOf } from "./grid-place";
import type { Drafts } from "./use-cells";

export function GridHead({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const month = (at: number) => monthName(Number(sheet.months[at]?.slice(5, 7)), locale);
  const behind = `${sheet.behind[0]?.slice(0, 7)} – ${sheet.behind.at(-1)?.slice(0, 7)}`;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="name">
          {t("grid.client")}
        </th>
        <th scope="col" className="wide sum">
          {t("grid.year")}
        </th>
        <th scope="col" className="wide" title={behind}>
          {t("grid.lastYear")}
        </th>
        <th scope="col" className="wide">
          {t("grid.growth")}
        </th>
        {[0, 1, 2, 3].map((quarter) => [
          ...[0, 1, 2].map((place) => (
            <th key={place} scope="col" className={`q${quarter}`} aria-colindex={columnOf(quarter * 3 + place)}>
              {month(quarter * 3 + place)}
            </th>
          )),
          <th key={`q${quarter}`} scope="col" className={`sum q${quarter}`}>
            {t("grid.quarter", { quarter: String(quarter + 1) })}
          </th>,
        ])}
      </tr>
    </thead>
  );
}

/** The sums of all rows, those on their way included; with what the reader does not see where there is such. */
export function GridFoot({ sheet, drafts }: { sheet: PlanSheet; drafts: Drafts }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const moved = new Map<number, bigint>();
  for (const [key, { value, state }] of drafts) {
    const [id, at] = key.split(":");
    const row = sheet.rows.find((one) => one.id === id);
    const month = Number(at);
    if (row && value !== null && state !== "bad")
      moved.set(month, (moved.get(month) ?? 0n) + value - (row.cells[month] ?? 0n));
  }
  const months = sheet.months.map(
    (_, at) => sumOf(sheet.rows.map(({ cells }) => cells[at] ?? 0n)) + (moved.get(at) ?? 0n),
  );
  const total = sumOf(months);
  const before = sumOf(sheet.lastYear);
  const growth = ratio(total - before, before);
  const cell = (amount: bigint, look: string, key?: string) => (
    <td key={key} className={look} title={money(amount, sheet.currency, locale)}>
      {money(amount, sheet.currency, locale, { short: true, bare: true })}
    </td>
  );
  return (
    <tfoot>
      <tr>
        <th scope="row" className="name">
          {t("grid.total", { count: sheet.rows.length })}
        </th>
        {cell(total, "wide sum")}
        {cell(before, "wide")}
        <td className="wide">{growth === null ? "—" : percent(growth, locale, { sign: true })}</td>
        {[0, 1, 2, 3].map((quarter) => [
          ...[0, 1, 2].map((place) => cell(months[quarter * 3 + place] ?? 0n, `q${quarter}`, String(place))),
          cell(sumOf(months.slice(quarter * 3, quarter * 3 + 3)), `sum q${quarter}`, `q${quarter}`),
        ])}
      </tr>
    </tfoot>
  );
}
