"use client";

import dynamic from "next/dynamic";
import { type MouseEvent, type ReactNode, useState } from "react";
import { Popover } from "@/components/ui/popover";
import type { Asked, Column, Group } from "./column";

const WhyPanel = dynamic(() => import("@/components/ui/why-panel"), { ssr: false });

/** A figure that says why when it is clicked: nothing but a button, because a page has hundreds; the table listens (useCellWhy). */
export function AskWhy({ id, stop, children }: { id: string; stop?: boolean; children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null;
  return (
    <button type="button" data-why={id} tabIndex={stop ? undefined : -1}>
      {children}
    </button>
  );
}

type Question = { from: HTMLElement; at: number; label: string; reason: Asked };
type Table<Row, Totals> = {
  columns: readonly Column<Row, Totals>[];
  rows: readonly Row[];
  groups?: readonly Group<Totals>[];
  totals?: Totals;
};

/** One panel for all figures of a table. `onClick` answers whether the click was for it. */
export function useCellWhy<Row, Totals>({ columns, rows, groups, totals }: Table<Row, Totals>) {
  const [asked, setAsked] = useState<Question>();

  function reasonAt(from: HTMLElement): Pick<Question, "label" | "reason"> | undefined {
    const column = columns.find(({ id }) => id === from.dataset.why);
    const line = from.closest<HTMLElement>("tr")?.dataset;
    if (!column || !line) return undefined;
    const label = column.title ?? column.header;
    const row = rows[Number(line.at)];
    if (row) return column.why && { label, reason: column.why(row) };
    const group = groups?.find(({ key }) => key === line.group);
    const sums = line.group === undefined ? totals : group?.totals;
    return sums === undefined ? undefined : column.whyTotal && { label, reason: column.whyTotal(sums, group?.key) };
  }

  return {
    onClick(event: MouseEvent<HTMLElement>): boolean {
      const from = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-why]") : null;
      if (!from) return false;
      const found = from === asked?.from ? undefined : reasonAt(from);
      setAsked(found && { from, at: (asked?.at ?? 0) + 1, ...found });
      return true;
    },
    panel: asked && (
      <Popover key={asked.at} from={asked.from} open onOpenChange={(open) => open || setAsked(undefined)}>
        <WhyPanel label={asked.label} reason={asked.reason} align="end" />
      </Popover>
    ),
  };
}
