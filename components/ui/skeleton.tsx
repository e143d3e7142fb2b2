import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A grey place of the size of what is coming. Give it the same width and height. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return <div aria-hidden className={cn("animate-pulse-soft rounded-sm bg-hair", className)} {...props} />;
}

/** Lines of the height of a table's rows. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <div aria-hidden className="overflow-hidden rounded-lg border border-line bg-sheet">
      {Array.from({ length: rows }, (_, at) => at).map((at) => (
        <div key={at} className="flex h-row items-center gap-6 border-hair border-b px-2.5 last:border-b-0">
          <Skeleton className="h-2.5" style={{ width: `${18 + ((at * 7) % 14)}%` }} />
          <Skeleton className="h-2.5 w-[8%]" />
          <Skeleton className="ml-auto h-2.5 w-[12%]" />
        </div>
      ))}
    </div>
  );
}

/** Lines of text that are on their way, for a card or a side panel. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  return (
    <div aria-hidden className="flex flex-col gap-3 py-1">
      {Array.from({ length: lines }, (_, at) => at).map((at) => (
        <Skeleton key={at} className="h-3" style={{ width: `${92 - ((at * 17) % 38)}%` }} />
      ))}
    </div>
  );
}
