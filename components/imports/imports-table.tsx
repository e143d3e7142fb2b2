"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { EmptyState } from "@/components/ui/empty-state";
import { importStatuses, kindNames } from "@/lib/domain/import/kind-names";
import type { ImportRow } from "@/lib/features/imports/queries";
import type { ImportsFilter } from "@/lib/features/imports/schema";
import { moment, number } from "@/lib/i18n/format";
import { kindWord, working } from "./import-words";
import { StateBadge } from "./state-badge";
import { UploadButton } from "./upload-button";

type Props = { rows: ImportRow[]; total: number; filter: ImportsFilter; zone: string; company: string };

/** While something is under way the list asks again, this often. */
const EVERY = 3000;

/** Every import of the company, what became of it and by whom. A row opens it. */
export function ImportsTable({ rows, total, filter, zone, company }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const router = useRouter();
  const busy = rows.some(({ status }) => working.has(status));
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => router.refresh(), EVERY);
    return () => clearInterval(timer);
  }, [busy, router]);
  const columns = useMemo<Column<ImportRow>[]>(() => {
    const figure = (value: number | undefined) => (value === undefined ? "—" : number(value, locale));
    return [
      { id: "file", header: t("list.file"), width: 220, cell: (row) => row.fileName },
      { id: "kind", header: t("list.kind"), cell: (row) => kindWord(t, row.kind) },
      { id: "status", header: t("list.state"), cell: (row) => <StateBadge state={row.status} /> },
      { id: "rows", header: t("list.rows"), align: "end", cell: (row) => figure(row.result?.rows) },
      {
        id: "created",
        header: t("list.created"),
        align: "end",
        cell: (row) => figure(row.result?.create),
        card: "hidden",
      },
      {
        id: "updated",
        header: t("list.updated"),
        align: "end",
        cell: (row) => figure(row.result?.update),
        card: "hidden",
      },
      {
        id: "faulty",
        header: t("list.faulty"),
        align: "end",
        cell: (row) => (
          <span className={row.result?.faulty ? "text-amber" : undefined}>{figure(row.result?.faulty)}</span>
        ),
      },
      { id: "by", header: t("list.who"), cell: (row) => row.by, card: "hidden" },
      { id: "at", header: t("list.when"), align: "end", cell: (row) => moment(row.createdAt, zone, locale) },
    ];
  }, [t, locale, zone]);
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={rows}
      total={total}
      state={filter}
      searchLabel={t("list.search")}
      rowHref={(row) => `/admin/imports/${row.id}`}
      rowLabel={(row) => t("list.open", { name: row.fileName })}
      filters={[
        {
          kind: "many",
          key: "kind",
          label: t("list.kind"),
          options: kindNames.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          kind: "many",
          key: "status",
          label: t("list.state"),
          options: importStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
        },
      ]}
      exports={(columns) => <TableExport table="imports" columns={columns} />}
      empty={
        <EmptyState title={t("list.empty")} action={<UploadButton company={company} />}>
          {t("list.emptyText")}
        </EmptyState>
      }
    />
  );
}
