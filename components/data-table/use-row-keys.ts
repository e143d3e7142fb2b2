"use client";

import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { isTaken, isTyping } from "@/components/ui/keys";

type Options = {
  count: number;
  grid: RefObject<HTMLTableElement | null>;
  search: RefObject<HTMLInputElement | null>;
  /** Listens on the whole page too (`/`, J, K). One table of a page at most. */
  hotkeys: boolean;
  open?: (at: number, apart: boolean) => void;
  toggle?: (at: number, range: boolean) => void;
  clear?: () => void;
};

const widgets = "a[href],button:not(:disabled),input:not(:disabled),select,[tabindex]";

/** Moves through the rows by keyboard. One row at a time is in the tab order (roving tabindex). */
export function useRowKeys({ count, grid, search, hotkeys, open, toggle, clear }: Options) {
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, count - 1));
  const rowAt = (index: number) => grid.current?.querySelector<HTMLElement>(`tr[data-at="${index}"]`);
  const focus = (index: number) => {
    const target = Math.max(0, Math.min(count - 1, index));
    setActive(target);
    rowAt(target)?.focus();
  };

  function onFocus(event: FocusEvent<HTMLElement>) {
    const row = event.target.closest<HTMLElement>("tr[data-at]");
    if (row) setActive(Number(row.dataset.at));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (isTyping(event.target) || !(event.target instanceof HTMLElement)) return;
    const row = event.target.closest<HTMLElement>("tr[data-at]");
    if (!row) return;
    const here = Number(row.dataset.at);
    const onRow = event.target === row;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.code === "Enter" && onRow) open?.(here, event.ctrlKey || event.metaKey);
    else if (!plain) return;
    else if (event.code === "ArrowDown" || event.code === "KeyJ") step(here, 1, event.shiftKey);
    else if (event.code === "ArrowUp" || event.code === "KeyK") step(here, -1, event.shiftKey);
    else if (event.code === "Home") focus(0);
    else if (event.code === "End") focus(count - 1);
    else if (event.code === "KeyX" || (event.code === "Space" && onRow)) toggle?.(here, event.shiftKey);
    else if (event.code === "ArrowRight" || event.code === "ArrowLeft") sideways(row, event.target, event.code);
    else if (event.code === "Escape" && clear) clear();
    else return;
    event.preventDefault();
  }

  function step(from: number, by: 1 | -1, extend: boolean) {
    const to = from + by;
    if (to < 0 || to >= count) return;
    if (extend) toggle?.(to, true);
    focus(to);
  }

  function sideways(row: HTMLElement, from: HTMLElement, code: string) {
    const stops = [row, ...row.querySelectorAll<HTMLElement>(widgets)];
    stops[stops.indexOf(from) + (code === "ArrowRight" ? 1 : -1)]?.focus();
  }

  // The listener below is set once; it must see the newest focus().
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (!hotkeys) return;
    const listen = (event: globalThis.KeyboardEvent) => {
      if (isTaken(event)) return;
      const free =
        event.target === document.body || (event.target instanceof HTMLElement && event.target.id === "main");
      if (event.code === "Slash" && !event.shiftKey && search.current) search.current.focus();
      else if (free && (event.code === "KeyJ" || event.code === "KeyK") && !event.shiftKey) latest.current(at);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [hotkeys, search, at]);

  return { active: at, onFocus, onKeyDown };
}
