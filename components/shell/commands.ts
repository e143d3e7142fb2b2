"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Something the palette can do. Give `href` to go somewhere, `run` to do something here. */
export type Command = {
  id: string;
  label: string;
  /** Heading it stands under. */
  group?: string;
  hint?: string;
  /** The shortcut that does the same. */
  keys?: readonly string[];
  /** Other words a person may type for it. */
  keywords?: string[];
  href?: string;
  run?: () => void;
};

let offered: readonly Command[] = [];
const listeners = new Set<() => void>();

function offer(next: readonly Command[]): void {
  offered = next;
  for (const listener of listeners) listener();
}

/** Adds commands to the palette for as long as the calling component is on the screen. Keep the list stable. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    offer([...offered, ...commands]);
    return () => offer(offered.filter((command) => !commands.includes(command)));
  }, [commands]);
}

export function useOfferedCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
    () => offered,
  );
}

const palette = "grange:palette";
const shortcuts = "grange:shortcuts";

export const openPalette = () => window.dispatchEvent(new Event(palette));
export const openShortcuts = () => window.dispatchEvent(new Event(shortcuts));

/** Calls back when a button somewhere asks for one of the shell's two dialogs. */
export function onAsked(which: "palette" | "shortcuts", listen: () => void): () => void {
  const name = which === "palette" ? palette : shortcuts;
  window.addEventListener(name, listen);
  return () => window.removeEventListener(name, listen);
}
