/**
 * The roles are said in full, although tables have them by themselves: where rows are shown as cards the browser
 * would otherwise forget that they are a table.
 */
export const roles = {
  grid: { role: "grid" },
  pickGrid: { role: "grid", "aria-multiselectable": true },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "gridcell" },
} as const;
