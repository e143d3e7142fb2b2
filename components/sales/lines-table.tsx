"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column, Filter } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { Link } from "@/components/ui/link";
import { sourceKinds } from "@/lib/domain/source-kind";
import type { SaleLineRow, SaleLines } from "@/lib/features/sales/queries/sale-lines";
import { day, money, number } from "@/lib/i18n/format";
import { lastMonth, monthLabel } from "./sales-words";

/** The lines that a figure counts; what they add up to stands above them and is the figure. */
export function LinesTable({ clientId, lines }: { clientId: string; lines: SaleLines; today: string }) {
  const t = useTranslations("sales");
  const locale = useLocale();
  const { totals, state, currency } = lines;
  const columns = useColumns(currency);
  const filters = useMemo<Filter[]>(
    () => [
      { kind: "flag", key: "returns", label: t("lines.returns"), pinned: true },
      {
        kind: "one",
        key: "group",
        label: t("lines.group"),
        options: lines.groups.map(({ id, name, count }) => ({
          value: id ?? "none",
          label: name ?? t("groups.noGroup"),
          count,
        })),
      },
      {
        kind: "one",
        key: "source",
        label: t("lines.source"),
        options: sourceKinds.map((source) => ({ value: source, label: t(`sources.${source}`) })),
      },
    ],
    [lines.groups, t],
  );
  const { from, to } = state;
  const period = [from && monthLabel(from, locale), to && lastMonth({ from: to, to }, locale)].filter(Boolean);
  return (
    <>
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <Link href={`/clients/${clientId}/sales`} className="link">
          {t("lines.back")}
        </Link>
        <span className="font-medium">
          {period.length > 0 ? [...new Set(period)].join(" – ") : t("lines.whole")} ·{" "}
          {t("lines.sum", {
            lines: totals.lines,
            documents: totals.documents,
            amount: money(totals.amount, currency, locale),
          })}
        </span>
      </p>
      <DataTable
        label={t("lines.title")}
        columns={columns}
        rows={lines.rows}
        total={totals.lines}
        totals={totals}
        state={state}
        filters={filters}
        searchLabel={t("lines.search")}
        height="content"
        exports={(columns) => <TableExport table="sale-lines" columns={columns} also={{ client: clientId }} />}
      />
    </>
  );
}

function useColumns(currency: string) {
  const t = useTranslations("sales");
  const locale = useLocale();
  return useMemo<Column<SaleLineRow, SaleLines["totals"]>[]>(
    () => [
      { id: "day", header: t("lines.day"), sortable: "desc", hideable: false, cell: (row) => day(row.soldOn, locale) },
      { id: "document", header: t("lines.document"), cell: (row) => row.document },
      { id: "product", header: t("lines.product"), cell: (row) => row.product },
      {
        id: "group",
        header: t("lines.group"),
        cell: (row) => <span className="text-ink-2">{row.group ?? t("groups.noGroup")}</span>,
      },
      {
        id: "quantity",
        header: t("lines.quantity"),
        align: "end",
        cell: (row) =>
          row.quantity !== null && (
            <span className="text-ink-2">
              {number(Number(row.quantity), locale, { digits: 3 })} {row.unit}
            </span>
          ),
      },
      {
        id: "amount",
        header: t("lines.amount"),
        align: "end",
        sortable: "desc",
        cell: (row) => (
          <span className={row.baseAmount < 0n ? "text-red" : undefined}>
            {money(row.baseAmount, currency, locale)}
          </span>
        ),
        footer: (sum) => money(sum.amount, currency, locale),
      },
      {
        id: "original",
        header: t("lines.original"),
        align: "end",
        hidden: true,
        cell: (row) => row.currency !== currency && money(row.amount, row.currency, locale),
      },
      {
        id: "source",
        header: t("lines.source"),
        cell: (row) => <span className="text-ink-2">{t(`sources.${row.source}`)}</span>,
      },
      {
        id: "seller",
        header: t("lines.seller"),
        hidden: true,
        cell: (row) => <span className="text-ink-2">{row.seller}</span>,
      },
    ],
    [t, locale, currency],
  );
}
