import type { ReactNode } from "react";
import { cellStyle } from "./cell-style";
import { AskWhy } from "./cell-why";
import type { Column } from "./column";

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

/** The head of a group and the totals row: a label under the first column, which stays in sight with it, then one figure under each column's own. */
export function SummaryRow<Row, Totals>({ columns, label, totals, pick, group, className }: Props<Row, Totals>) {
  return (
    <tr className={className} data-group={group}>
      <td colSpan={pick ? 2 : 1} className="dt-title">
        {label}
      </td>
      {columns.slice(1).map((column) => (
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
