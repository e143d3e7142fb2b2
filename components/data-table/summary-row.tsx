import type { ReactNode } from "react";
import type { Column } from "./column";
import { roles } from "./roles";

/** How many leading columns the label may cover: all up to the first that has a figure. */
function labelSpan<Row, Totals>(columns: readonly Column<Row, Totals>[]): number {
  const first = columns.findIndex((column, at) => at > 0 && column.footer);
  return first === -1 ? columns.length : first;
}

type Props<Row, Totals> = {
  columns: readonly Column<Row, Totals>[];
  label: ReactNode;
  totals?: Totals;
  /** A narrow cell for the tick boxes stands before the first column. */
  pick: boolean;
  className: string;
};

/** The head of a group and the totals row: a label over the first columns, then one figure under each column's own. */
export function SummaryRow<Row, Totals>({ columns, label, totals, pick, className }: Props<Row, Totals>) {
  const span = labelSpan(columns);
  return (
    <tr {...roles.row} className={className}>
      <td {...roles.cell} colSpan={span + (pick ? 1 : 0)} data-card="title">
        {label}
      </td>
      {columns.slice(span).map((column) => (
        <td
          key={column.id}
          {...roles.cell}
          data-label={column.header}
          data-end={column.align === "end" || undefined}
          data-card={column.footer ? column.card : "hidden"}
        >
          {totals === undefined ? null : column.footer?.(totals)}
        </td>
      ))}
    </tr>
  );
}
