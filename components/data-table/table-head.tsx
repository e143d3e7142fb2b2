"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import type { Column } from "./column";
import { nextSort } from "./table-query";

type Props<Row, Totals> = {
  columns: readonly Column<Row, Totals>[];
  sort: string | undefined;
  onSort: (sort: string) => void;
  /** Undefined where rows cannot be chosen. */
  page?: { all: boolean; some: boolean; toggle: (on: boolean) => void };
};

export function TableHead<Row, Totals>({ columns, sort, onSort, page }: Props<Row, Totals>) {
  const t = useTranslations("ui.table");
  return (
    <thead>
      <tr>
        {page && (
          <th className="dt-pick">
            <Checkbox
              aria-label={t("selectPage")}
              checked={page.all}
              indeterminate={!page.all && page.some}
              onChange={(event) => page.toggle(event.target.checked)}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = sort === column.id ? "ascending" : sort === `-${column.id}` ? "descending" : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              title={column.title}
              aria-sort={direction}
              data-end={column.align === "end" || undefined}
              data-head={column.sortable ? column.header : undefined}
              style={column.width ? { minWidth: column.width } : undefined}
            >
              {column.sortable ? (
                <button
                  type="button"
                  onClick={() => onSort(nextSort(sort, column.id, column.sortable === "desc" ? "desc" : "asc"))}
                >
                  {column.header}
                </button>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
