"use client";

import { memo } from "react";
import { AskWhy } from "./cell-why";
import type { Column } from "./column";

type Props<Row> = {
  row: Row;
  at: number;
  columns: readonly Column<Row, never>[];
  href?: string;
  active: boolean;
  /** Undefined where rows cannot be chosen. */
  selected?: boolean;
  selectLabel?: string;
  onSelect: (at: number, on: boolean, range: boolean) => void;
};

function TableRowPlain<Row>({ row, at, columns, href, active, selected, selectLabel, onSelect }: Props<Row>) {
  return (
    <tr data-at={at} tabIndex={active ? 0 : -1} aria-selected={selected}>
      {selected !== undefined && (
        <td className="dt-pick">
          <input
            type="checkbox"
            className="tick"
            tabIndex={-1}
            aria-label={selectLabel}
            checked={selected}
            onChange={({ target, nativeEvent }) =>
              onSelect(at, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
        </td>
      )}
      {columns.map((column, index) =>
        index === 0 ? (
          <td key={column.id} className="dt-title">
            {/* A plain link: the table turns its click into a step of the router (use-row-clicks). */}
            {href ? (
              <a href={href} tabIndex={-1}>
                {column.cell(row)}
              </a>
            ) : (
              column.cell(row)
            )}
            {column.after?.(row)}
          </td>
        ) : (
          <td key={column.id}>
            {column.why ? <AskWhy id={column.id}>{column.cell(row)}</AskWhy> : column.cell(row)}
            {column.after?.(row)}
          </td>
        ),
      )}
    </tr>
  );
}

// A move of the cursor must redraw two rows, not a hundred.
export const TableRow = memo(TableRowPlain) as typeof TableRowPlain;
