"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { monthStart } from "@/lib/domain/calendar-date";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { amountText, typedAmount } from "./amount-input";
import { block, cellKey, nextPlace, type Place, within } from "./grid-place";
import { pasted } from "./paste";
import { useCells, type Wish } from "./use-cells";

const PAGE = 20;

/** What keys, pointer and clipboard do to a plan's sheet. `reveal` brings a cell into sight, `focus` gives the table the keys back. */
export function useGrid(
  sheet: PlanSheet,
  {
    editable,
    kept,
    reveal,
    focus,
  }: { editable: boolean; kept: number; reveal: (to: Place) => void; focus: () => void },
) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const cells = useCells(sheet, locale);
  // One begins where one is: in the month of today, where the plan has it.
  const first = { row: 0, month: Math.max(0, sheet.months.indexOf(monthStart(sheet.today))) };
  const [active, setActive] = useState<Place>(first);
  const [anchor, setAnchor] = useState<Place>(first);
  const [editing, setEditing] = useState<string | null>(null);
  const isOpen = useRef(false);
  const rows = sheet.rows.length;
  const shownAt = ({ row, month }: Place) => sheet.rows[row]?.cells[month] ?? 0n;
  const text = (amount: bigint) => amountText(amount, sheet.currency, locale);
  const chosen = () => block(anchor, active);

  function go(to: Place, extend = false) {
    const place = within(to, rows);
    setActive(place);
    if (!extend) setAnchor(place);
    reveal(place);
  }

  function open(typed: string | null) {
    const client = sheet.rows[active.row];
    if (!client || !editable) return;
    if (active.month < kept) toast.message(t("grid.kept"));
    else {
      isOpen.current = true;
      setEditing(typed ?? (cells.drafts.get(cellKey(client.id, active.month))?.text || text(shownAt(active))));
    }
  }

  /** Whether the field was still open: the table takes the focus back, and the field that loses it must not be heard once more. */
  function close(): boolean {
    const was = isOpen.current;
    isOpen.current = false;
    setEditing(null);
    return was;
  }

  /** Takes what was typed; an empty cell goes back to the split, and what is no amount stays where it is, marked. */
  function commit(move: Place | null) {
    const client = sheet.rows[active.row];
    if (editing === null || !client || !close()) return;
    const { month } = active;
    const value = typedAmount(editing, sheet.currency, locale);
    const isDraft = cells.drafts.has(cellKey(client.id, month));
    const changed = isDraft || (value === undefined ? client.pinned[month] : value !== shownAt(active));
    if (changed || editing.startsWith("="))
      cells.type(
        { clientId: client.id, month, value: value ?? null },
        editing,
        value === null ? t("grid.notAmount") : null,
      );
    if (move) go(move);
    focus();
  }

  function onEditKey(event: KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation();
    const { row, month } = active;
    if (event.code === "Escape") {
      close();
      focus();
    } else if (event.code === "Enter" || event.code === "NumpadEnter") {
      event.preventDefault();
      commit({ row: row + (event.shiftKey ? -1 : 1), month });
    } else if (event.code === "Tab") {
      event.preventDefault();
      commit({ row, month: month + (event.shiftKey ? -1 : 1) });
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing !== null) return;
    const mod = event.ctrlKey || event.metaKey;
    const to = nextPlace(event, active, { rows, page: PAGE });
    const act = to ? () => go(to, event.shiftKey) : mod ? withMod(event.code) : event.altKey ? null : plain(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function withMod(code: string): (() => void) | null {
    if (code === "KeyZ") return cells.undo;
    if (code !== "KeyA") return null;
    return () => {
      setAnchor({ row: 0, month: 0 });
      setActive({ row: rows - 1, month: 11 });
    };
  }

  function plain({ code, key }: KeyboardEvent): (() => void) | null {
    if (code === "Enter" || code === "F2") return () => open(null);
    if (code === "Delete" || code === "Backspace") return release;
    if (code === "Escape")
      return () => {
        cells.dropAll();
        setAnchor(active);
      };
    return /^[\d.,−-]$/.test(key) ? () => open(key) : null;
  }

  /** Gives what is chosen back to the split; what is not pinned is the split's already. */
  function release() {
    if (!editable) return;
    const wishes = chosen().flatMap(({ row, month }): Wish[] => {
      const client = sheet.rows[row];
      return client && month >= kept ? [{ clientId: client.id, month, value: null }] : [];
    });
    const pinned = wishes.filter(cells.isPinned);
    cells.drop(wishes);
    if (pinned.length > 0) cells.send(pinned);
  }

  function onCopy(event: ClipboardEvent) {
    if (editing !== null) return;
    const lines = new Map<number, string[]>();
    for (const place of chosen()) lines.set(place.row, [...(lines.get(place.row) ?? []), text(shownAt(place))]);
    event.clipboardData.setData("text/plain", [...lines.values()].map((line) => line.join("\t")).join("\n"));
    event.preventDefault();
  }

  function onPaste(event: ClipboardEvent) {
    if (editing !== null || !editable) return;
    event.preventDefault();
    const from = { row: Math.min(anchor.row, active.row), month: Math.min(anchor.month, active.month) };
    const { wishes, faults, outside } = pasted(event.clipboardData.getData("text/plain"), from, {
      sheet,
      locale,
      kept,
    });
    if (outside > 0) toast.error(t("grid.pasteOutside", { count: outside }));
    else if (faults.length > 0) {
      const good = wishes.map((wish) => ({
        ...wish,
        text: text(wish.value ?? 0n),
        state: "waits" as const,
        why: t("grid.waiting"),
      }));
      const bad = faults.map(({ over, ...one }) => ({
        ...one,
        state: "bad" as const,
        why: t(over ? "grid.kept" : "grid.notAmount"),
      }));
      cells.hold([...good, ...bad], t("grid.pasteFaulty", { count: faults.length }));
    } else if (wishes.length > 0) cells.send(wishes);
  }

  function onPointerDown(event: PointerEvent) {
    const place =
      event.target instanceof Element ? event.target.closest("[data-place]")?.getAttribute("data-place") : null;
    if (!place) return;
    commit(null); // of the cell that was being typed into, before another one is the active one
    const [row = 0, month = 0] = place.split(":").map(Number);
    setActive({ row, month });
    if (!event.shiftKey) setAnchor({ row, month });
  }

  return {
    cells,
    active,
    anchor,
    go,
    editing:
      editing === null ? null : { text: editing, onText: setEditing, onKey: onEditKey, onLeave: () => commit(null) },
    table: { onKeyDown, onPointerDown, onCopy, onPaste, onDoubleClick: () => open(null) },
  };
}
