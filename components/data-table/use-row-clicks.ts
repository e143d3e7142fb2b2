"use client";

import type { MouseEvent } from "react";

// A click on a control or on marked text is meant for itself, not for the row.
function isForTheRow(target: Element): boolean {
  return !target.closest("a,button,input,select,label,textarea,[data-own-click]") && !window.getSelection()?.toString();
}

/** One listener for all rows: a click on a row or on its link opens it; with Ctrl or ⌘, in another tab. */
export function useRowClicks(hrefAt: (at: number) => string | undefined, open: (at: number, apart: boolean) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
    const row = event.target.closest<HTMLElement>("tr[data-at]");
    const at = Number(row?.dataset.at);
    const href = row ? hrefAt(at) : undefined;
    if (!href) return;
    const apart = event.ctrlKey || event.metaKey;
    const link = event.target.closest("a");
    if (link && link.getAttribute("href") === href) {
      // With a modifier the browser knows best what to do with a link.
      if (apart || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(at, false);
    } else if (isForTheRow(event.target)) open(at, apart);
  };
}
