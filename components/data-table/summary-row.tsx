import type { ReactNode } from "react";
import { cellStyle } from "./cell-style";
import { AskWhy } from "./cell-why";
import type { Column } from "./column";

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
  /** The key of the group that it is the head of. */
  group?: string;
  className: string;
};

/** The head of a group and the totals row: a label over the first columns, then one figure under each column's own. */
export function SummaryRow<Row, Totals>({ columns, label, totals, pick, group, className }: Props<Row, Totals>) {
  const span = labelSpan(columns);
  return (
    <tr className={className} data-group={group}>
      <td colSpan={span + (pick ? 1 : 0)} className="dt-title">
        {label}
      </td>
      {columns.slice(span).map((column) => (
        <td key={column.id} style={cellStyle(column)}>
          {totals === undefined ? null : column.whyTotal ? (
            <AskWhy id={column.id} stop>
              {column.footer?.(totals)}
            </AskWhy>
          ) : (
            column.footer?.(totals)
          )}
        </td>
      ))}
    </tr>
  );
}
