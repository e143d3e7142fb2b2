"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import type { Column } from "./column";
import { patchQuery } from "./table-query";

export type ColumnChoices = {
  visibility: Record<string, boolean>;
  /** Those that may be hidden. */
  choices: { id: string; header: string; title?: string }[];
  changed: boolean;
  toggle: (id: string) => void;
  reset: () => void;
};

/** Which columns are shown. Kept in the address too, but without asking the server again: the rows have every column. */
export function useColumns<Row, Totals>(
  columns: readonly Column<Row, Totals>[],
  applied: string | undefined,
): ColumnChoices {
  const path = usePathname();
  const params = useSearchParams();
  const chosen = params.get("cols") ?? applied;
  const fixed = (column: Column<Row, Totals>) => column === columns[0] || column.hideable === false;

  const visibility = useMemo(() => {
    const shown = chosen ? new Set(chosen.split(",")) : undefined;
    const first = columns[0];
    return Object.fromEntries(
      columns.map((column) => [
        column.id,
        column === first || column.hideable === false || (shown ? shown.has(column.id) : !column.hidden),
      ]),
    );
  }, [columns, chosen]);

  const write = (cols: string | null) => {
    const query = patchQuery(params.toString(), { cols });
    window.history.replaceState(null, "", query ? `${path}?${query}` : path);
  };
  return {
    visibility,
    choices: columns.filter((column) => !fixed(column)),
    changed: chosen !== undefined && chosen !== "",
    toggle(id: string) {
      const next = columns.filter(
        (column) => !fixed(column) && (visibility[column.id] ? column.id !== id : column.id === id),
      );
      // An empty list would read as "not chosen", so the word none stands for it.
      write(next.map((column) => column.id).join(",") || "none");
    },
    reset: () => write(null),
  };
}
