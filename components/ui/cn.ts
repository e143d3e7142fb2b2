import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { theme: { spacing: ["row", "control", "nav"] } } });

/** Joins class names; of two that set the same property the later one wins, so that a caller's `className` can correct a part. */
export function cn(...names: ClassValue[]): string {
  return merge(clsx(names));
}
