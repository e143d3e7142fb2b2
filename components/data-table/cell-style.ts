import type { CSSProperties } from "react";
import type { Column } from "./column";

// Named for data-table.css: l is the label on a card, a the alignment, d the display on a card, w how a long text breaks.
function facts(column: Column<never, never>): [string, string][] {
  const list: [string, string][] = [["l", JSON.stringify(column.header)]];
  if (column.align === "end") list.push(["a", "right"]);
  if (column.card === "hidden") list.push(["d", "none"]);
  if (column.wrap) list.push(["w", "normal"]);
  return list;
}

/**
 * What the cells of a column have in common, said once on the table as `--l3`, `--a3` … instead of on each of its
 * thousand cells; data-table.css hands them down by position, to 32 columns.
 */
export function tableStyle(columns: readonly Column<never, never>[], pick: boolean): CSSProperties {
  return Object.fromEntries(
    columns.flatMap((column, at) => facts(column).map(([name, value]) => [`--${name}${at + (pick ? 2 : 1)}`, value])),
  );
}

/** The same for one cell of a row whose first cell covers several columns. */
export function cellStyle(column: Column<never, never>): CSSProperties {
  const own = facts(column.footer ? column : { ...column, card: "hidden" });
  // Its position is not that of its column, so what came down by position must not count.
  const reset = [
    ["a", "left"],
    ["d", "inline-flex"],
  ];
  return Object.fromEntries([...reset, ...own].map(([name, value]) => [`--${name}`, value]));
}
