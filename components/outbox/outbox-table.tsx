"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { useQueryHref } from "@/components/ui/query-href";
import type { MailRow, OpenMail } from "@/lib/features/outbox/queries";
import type { OutboxFilter } from "@/lib/features/outbox/schema";
import { moment } from "@/lib/i18n/format";
import { MailSheet } from "./mail-sheet";
import { MailStateBadge } from "./mail-state-badge";

type Props = {
  outbox: { rows: MailRow[]; total: number; failed: number; open: OpenMail | null; server: boolean; zone: string };
  filter: OutboxFilter;
};

/** Every mail that the company's pages wrote, and what became of it. A row opens its text. */
export function OutboxTable({ outbox, filter }: Props) {
  const t = useTranslations("outbox");
  const locale = useLocale();
  const { hrefWith } = useQueryHref();
  const { zone } = outbox;
  const columns = useMemo<Column<MailRow>[]>(
    () => [
      {
        id: "to",
        header: t("column.to"),
        width: 200,
        cell: (row) => row.to,
        after: (row) => row.sealed && <Badge>{t("sealed")}</Badge>,
      },
      { id: "subject", header: t("column.subject"), cell: (row) => row.subject },
      { id: "kind", header: t("column.kind"), cell: (row) => t(`kind.${row.kind}`), card: "hidden" },
      {
        id: "status",
        header: t("column.status"),
        cell: (row) => (
          <span className="inline-flex gap-1.5" title={row.error ?? t(`statusHint.${row.status}`)}>
            <MailStateBadge state={row.status} />
            {row.status === "held" && !row.fresh && <Badge>{t("expired")}</Badge>}
          </span>
        ),
      },
      {
        id: "created",
        header: t("column.created"),
        align: "end",
        sortable: "desc",
        cell: (row) => moment(row.createdAt, zone, locale),
      },
      {
        id: "sent",
        header: t("column.sent"),
        align: "end",
        card: "hidden",
        cell: (row) => (row.sentAt ? moment(row.sentAt, zone, locale) : "—"),
      },
    ],
    [t, locale, zone],
  );
  const states = ["held", "queued", "sent", "failed", "withdrawn"] as const;
  const kinds = ["invitation", "reset", "handover"] as const;
  return (
    <>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={outbox.rows}
        total={outbox.total}
        state={filter}
        searchLabel={t("search")}
        rowHref={(row) => hrefWith({ mail: row.id })}
        rowLabel={(row) => t("open", { to: row.to })}
        filters={[
          {
            kind: "many",
            key: "status",
            label: t("filter.status"),
            options: states.map((value) => ({ value, label: t(`status.${value}`) })),
          },
          {
            kind: "many",
            key: "kind",
            label: t("filter.kind"),
            options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
        exports={(columns) => <TableExport table="outbox" columns={columns} />}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      />
      {outbox.open && <MailSheet key={outbox.open.id} mail={outbox.open} server={outbox.server} zone={zone} />}
    </>
  );
}
