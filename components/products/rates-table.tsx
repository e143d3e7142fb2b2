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
import type { RatePage, RateRow } from "@/lib/features/products/queries";
import type { RateFilter } from "@/lib/features/products/schema";
import { currencySign, rateText } from "@/lib/i18n/currency-text";
import { day } from "@/lib/i18n/format";

const RateSheet = dynamic(() => import("./rate-sheet"), { ssr: false });

/** What foreign currencies cost, day by day: entered here or imported. */
export function RatesTable({ page, filter }: { page: RatePage; filter: RateFilter }) {
  const t = useTranslations("products.rates");
  const locale = useLocale();
  const router = useRouter();
  const { hrefWith } = useQueryHref();
  const [adding, setAdding] = useState(false);
  const edited = page.rows.find(({ id }) => id === filter.edit);
  const columns = useMemo<Column<RateRow>[]>(
    () => [
      { id: "day", header: t("day"), sortable: "desc", width: 120, cell: (row) => day(row.onDay, locale) },
      { id: "currency", header: t("currency"), cell: (row) => row.currency },
      {
        id: "rate",
        header: t("rate", { currency: currencySign(page.currency, locale) }),
        align: "end",
        cell: (row) => rateText(Number(row.rate), locale),
      },
    ],
    [t, locale, page.currency],
  );
  const filters = useMemo<Filter[]>(
    () => [
      {
        kind: "one",
        key: "currency",
        label: t("currency"),
        options: page.currencies.map(({ currency, count }) => ({ value: currency, label: currency, count })),
      },
    ],
    [page.currencies, t],
  );
  return (
    <>
      <div className="mb-2">
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden size={15} />
          {t("add")}
        </Button>
      </div>
      <DataTable
        label={t("title")}
        columns={columns}
        rows={page.rows}
        total={page.total}
        state={filter}
        filters={filters}
        searchLabel={false}
        rowHref={(row) => hrefWith({ edit: row.id })}
        rowLabel={(row) => t("open", { currency: row.currency, day: day(row.onDay, locale) })}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
        exports={(columns) => <TableExport table="rates" columns={columns} />}
      />
      {(adding || edited) && (
        <RateSheet
          key={edited?.id ?? "new"}
          rate={adding ? undefined : edited}
          currency={page.currency}
          today={page.today}
          onClose={() => {
            setAdding(false);
            if (edited) router.replace(hrefWith({ edit: null }) as Route, { scroll: false });
          }}
        />
      )}
    </>
  );
}
