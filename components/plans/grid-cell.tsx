"use client";

import { type KeyboardEvent, memo, useEffect, useRef } from "react";

export type CellProps = {
  id: string;
  /** "row:month", read back by the table, which hears all events of its cells. */
  place: string;
  column: number;
  text: string;
  title: string;
  look: string;
  readOnly: boolean;
};

const CELL = { role: "gridcell" } as const;
const KEPT = { ...CELL, "aria-readonly": true } as const;

/** One month of one client. The table keeps the focus; the cell says by its id that it is the active one. */
export const GridCell = memo(function GridCell({ id, place, column, text, title, look, readOnly }: CellProps) {
  return (
    <td id={id} {...(readOnly ? KEPT : CELL)} data-place={place} aria-colindex={column} className={look} title={title}>
      {text}
    </td>
  );
});

/** The cell that is being typed into. */
export function EditedCell(props: {
  id: string;
  column: number;
  look: string;
  label: string;
  value: string;
  onText: (text: string) => void;
  onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  onLeave: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  return (
    <td id={props.id} {...CELL} aria-colindex={props.column} className={props.look}>
      <input
        ref={field}
        aria-label={props.label}
        inputMode="decimal"
        value={props.value}
        onChange={(event) => props.onText(event.target.value)}
        onKeyDown={props.onKey}
        onBlur={props.onLeave}
        maxLength={40}
      />
    </td>
  );
}
