"use client";

import { type MouseEvent, memo } from "react";
import { Link } from "@/components/ui/link";
import type { Column } from "./column";
import { roles } from "./roles";

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
  onActive: (at: number) => void;
  onOpen: (at: number, apart: boolean) => void;
};

// A click on a link, a control or a marked text is meant for itself, not for the row.
function isForTheRow(event: MouseEvent<HTMLElement>): boolean {
  const inside =
    event.target instanceof Element && event.target.closest("a,button,input,select,label,textarea,[data-own-click]");
  return !inside && !window.getSelection()?.toString();
}

function TableRowPlain<Row>(props: Props<Row>) {
  const { row, at, columns, href, selected } = props;
  return (
    <tr
      {...roles.row}
      data-at={at}
      data-open={href ? true : undefined}
      tabIndex={props.active ? 0 : -1}
      aria-selected={selected}
      onFocus={() => props.onActive(at)}
      onClick={href ? (event) => isForTheRow(event) && props.onOpen(at, event.ctrlKey || event.metaKey) : undefined}
    >
      {selected !== undefined && (
        <td {...roles.cell} className="dt-pick">
          <input
            type="checkbox"
            className="tick"
            tabIndex={-1}
            aria-label={props.selectLabel}
            checked={selected}
            onChange={(event) =>
              props.onSelect(
                at,
                event.target.checked,
                event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey,
              )
            }
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td
          key={column.id}
          {...roles.cell}
          data-label={column.header}
          data-end={column.align === "end" || undefined}
          data-card={column.card ?? (index === 0 ? "title" : undefined)}
          data-wrap={column.wrap || undefined}
        >
          {index === 0 && href ? (
            <Link href={href} tabIndex={-1}>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
          {column.after?.(row)}
        </td>
      ))}
    </tr>
  );
}

// A move of the cursor must redraw two rows, not a hundred.
export const TableRow = memo(TableRowPlain) as typeof TableRowPlain;
