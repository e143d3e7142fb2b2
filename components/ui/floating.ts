"use client";

import { useEffect, useSyncExternalStore } from "react";
import { announceNewVersion } from "./new-version";
import { whenQuiet } from "./quiet";

export type Floating = typeof import("./floating-parts");

let parts: Floating | undefined;
let loading: Promise<Floating | undefined> | undefined;
const waiting = new Set<() => void>();

/**
 * Dialogs, menus, popovers and tooltips weigh more than everything else a page shows, and nobody needs them before
 * the first click. They come when a trigger is pointed at or focused, and at the latest when the page has rested.
 */
export function loadFloating(): Promise<Floating | undefined> {
  loading ??= import("./floating-parts").then(
    (module) => {
      parts = module;
      for (const redraw of waiting) redraw();
      return module;
    },
    () => {
      // The chunk of an older release is gone from the server: the page itself must be loaded anew.
      loading = undefined;
      announceNewVersion();
      return undefined;
    },
  );
  return loading;
}

function whenHere(redraw: () => void): () => void {
  waiting.add(redraw);
  return () => waiting.delete(redraw);
}

/** The parts once they are here, and only while they are wanted. As a store: they may come between a drawing and its effects. */
export function useFloating(wanted: boolean): Floating | undefined {
  useEffect(() => {
    if (wanted) loadFloating();
  }, [wanted]);
  return useSyncExternalStore(
    whenHere,
    () => (wanted ? parts : undefined),
    () => undefined,
  );
}

/** Loads them in a quiet moment after the page is complete, so that the first menu opens without a wait. */
export function useFloatingSoon(): void {
  useEffect(() => whenQuiet(loadFloating), []);
}
