"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { Segmented } from "@/components/ui/segmented";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { GridFoot, GridHead } from "./grid-frame";
import { block, type Place } from "./grid-place";
import { GridRow } from "./grid-row";
import { GridStatus } from "./grid-status";
import { useGrid } from "./use-grid";
import "./plan-grid.css";

const ROW = 36;
const COLUMNS = 20;
/** A table may be a grid (ARIA Authoring Practices: "grid" on a table keeps rows, headers and cells as they are). */
const GRID = { role: "grid", tabIndex: 0 } as const;
const keyOf = ({ row, month }: Place) => `${row}:${month}`;

/** Clients × months as a spreadsheet: arrows, typing, Enter, Tab, copy and paste; Delete gives a cell back, Ctrl-Z takes the last change back. */
export default function PlanGrid({ sheet, editable }: { sheet: PlanSheet; editable: boolean }) {
  const t = useTranslations("plans");
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const rows = sheet.rows.length;
  const { keptBefore } = sheet.rule;
  const kept = keptBefore ? sheet.months.filter((month) => month < keptBefore).length : 0;
  const list = useVirtualizer({
    count: rows,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
    // Under the head, above the totals.
    scrollPaddingStart: ROW,
    scrollPaddingEnd: 2 * ROW,
    initialRect: { width: 1000, height: 600 },
  });
  const reveal = ({ row, month }: Place) => {
    list.scrollToIndex(row, { align: "auto" });
    bringIntoSight(frame.current, document.getElementById(`plan-cell-${row}-${month}`));
  };
  const focus = () => table.current?.focus({ preventScroll: true });
  const { cells, active, anchor, go, editing, table: hears } = useGrid(sheet, { editable, kept, reveal, focus });
  const chosen = useMemo(
    () => new Set(keyOf(anchor) === keyOf(active) ? [] : block(anchor, active).map(keyOf)),
    [anchor, active],
  );
  const items = list.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = list.getTotalSize() - (items.at(-1)?.end ?? 0);
  const quarter = String(Math.floor(active.month / 3));
  const grid = {
    ...GRID,
    "aria-label": t("grid.label", { name: sheet.member.name, year: String(sheet.year) }),
    "aria-rowcount": rows + 2,
    "aria-colcount": COLUMNS,
    "aria-activedescendant": `plan-cell-${active.row}-${active.month}`,
    "aria-multiselectable": true,
    "aria-readonly": !editable,
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="sm:hidden">
        <Segmented
          label={t("grid.quarters")}
          value={quarter}
          onChange={(value) => go({ row: active.row, month: Number(value) * 3 })}
          options={["0", "1", "2", "3"].map((value) => ({
            value,
            label: t("grid.quarter", { quarter: String(Number(value) + 1) }),
          }))}
        />
      </div>
      <GridStatus sheet={sheet} cells={cells} kept={kept} editable={editable} />
      <div ref={frame} className="pg" data-quarter={quarter}>
        <table ref={table} {...grid} {...hears}>
          <GridHead sheet={sheet} />
          <tbody>
            <Spacer height={above} />
            {items.map(({ index }) => (
              <GridRow
                key={sheet.rows[index]?.id ?? index}
                sheet={sheet}
                at={index}
                drafts={cells.drafts}
                active={active.row === index ? keyOf(active) : null}
                chosen={chosen}
                kept={kept}
                editing={editing && active.row === index ? { ...editing, place: keyOf(active) } : null}
              />
            ))}
            <Spacer height={below} />
          </tbody>
          <GridFoot sheet={sheet} drafts={cells.drafts} />
        </table>
      </div>
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className="spacer" aria-hidden>
      <td colSpan={COLUMNS} style={{ height }} />
    </tr>
  );
}

/** Sideways only, and past the names that stay in place: the rows are scrolled by the list itself. */
function bringIntoSight(frame: HTMLElement | null, cell: HTMLElement | null): void {
  const name = frame?.querySelector("thead .name");
  if (!frame || !cell || !name) return;
  const left = cell.offsetLeft - name.clientWidth;
  const right = cell.offsetLeft + cell.offsetWidth - frame.clientWidth;
  if (frame.scrollLeft > left) frame.scrollLeft = left;
  else if (frame.scrollLeft < right) frame.scrollLeft = right;
}
