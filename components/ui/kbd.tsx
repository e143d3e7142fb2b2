"use client";

import { useSyncExternalStore } from "react";
import { cn } from "./cn";

const never = () => () => {};
const onMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** A key or a chord as printed on this person's keyboard: `keys="mod+k"` is ⌘K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  const mac = useSyncExternalStore(never, onMac, () => false);
  const text = keys
    .split("+")
    .map((key) =>
      key === "mod" ? (mac ? "⌘" : "Ctrl") : key === "shift" ? "⇧" : key.length === 1 ? key.toUpperCase() : key,
    )
    .join(mac ? "" : " ");
  return (
    <kbd
      className={cn(
        "pointer-coarse:hidden inline-flex shrink-0 whitespace-nowrap h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line bg-sheet px-1 font-sans text-2xs text-ink-3",
        className,
      )}
    >
      {text}
    </kbd>
  );
}
