"use client";

import { Plus } from "lucide-react";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { Column, Filter } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableExport } from "@/components/exports/table-export";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useQueryHref } from "@/components/ui/query-href";
import { toast } from "@/components/ui/toast";
import type { ProductPage, ProductRow } from "@/lib/features/products/queries";
import type { ProductFilter } from "@/lib/features/products/schema";
import { day } from "@/lib/i18n/format";

const ProductSheet = dynamic(() => import("./product-sheet"), { ssr: false });
const MoveDialog = dynamic(() => import("./move-dialog"), { ssr: false });

type Move = { ids: string[]; clear: () => void };

/** What the company sells, when each was last sold, and the ways to change it. */
export function ProductsTable({ page, filter }: { page: ProductPage; filter: ProductFilter }) {
  const t = useTranslations("products");
  const router = useRouter();
  const { hrefWith } = useQueryHref();
  const [adding, setAdding] = useState(false);
  const [move, setMove] = useState<Move>();
  const edited = page.rows.find(({ id }) => id === filter.edit);
  const columns = useColumns();
  const filters = useMemo<Filter[]>(
    () => [
      { kind: "flag", key: "archived", label: t("archived"), pinned: true },
      {
        kind: "one",
        key: "group",
        label: t("group"),
        options: [
          ...page.groups.map(({ id, name }) => ({ value: id, label: name })),
          { value: "none", label: t("noGroup") },
        ],
      },
    ],
    [page.groups, t],
  );
  const add = (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden size={15} />
      {t("add")}
    </Button>
  );
  return (
    <>
      <div className="mb-2">{add}</div>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={page.rows}
        total={page.total}
        state={filter}
        filters={filters}
        searchLabel={t("search")}
        rowHref={(row) => hrefWith({ edit: row.id })}
        rowLabel={(row) => row.name}
        bulkActions={[
          {
            id: "move",
            label: t("move"),
            run: (selection, clear) => {
              if (selection.kind === "rows") setMove({ ids: selection.ids, clear });
              else toast.error(t("moveListed"));
            },
          },
        ]}
        exports={(shown) => <TableExport table="products" columns={shown} />}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      />
      {(adding || edited) && (
        <ProductSheet
          key={edited?.id ?? "new"}
          product={adding ? undefined : edited}
          groups={page.groups}
          onClose={() => {
            setAdding(false);
            if (edited) router.replace(hrefWith({ edit: null }) as Route, { scroll: false });
          }}
        />
      )}
      {move && (
        <MoveDialog
          ids={move.ids}
          groups={page.groups}
          onClose={(done) => {
            if (done) move.clear();
            setMove(undefined);
          }}
        />
      )}
    </>
  );
}

function useColumns() {
  const t = useTranslations("products");
  const locale = useLocale();
  return useMemo<Column<ProductRow>[]>(
    () => [
      { id: "name", header: t("name"), width: 220, sortable: true, cell: (row) => row.name },
      { id: "code", header: t("code"), sortable: true, cell: (row) => row.code },
      {
        id: "group",
        header: t("group"),
        cell: (row) => <span className={row.group ? undefined : "text-ink-2"}>{row.group ?? t("noGroup")}</span>,
      },
      { id: "unit", header: t("unit"), cell: (row) => row.unit, card: "hidden" },
      {
        id: "sold",
        header: t("lastSold"),
        align: "end",
        sortable: "desc",
        cell: (row) => (row.lastSold ? day(row.lastSold, locale) : <span className="text-ink-2">{t("never")}</span>),
      },
    ],
    [t, locale],
  );
}
