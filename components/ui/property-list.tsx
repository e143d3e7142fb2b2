import type { ReactNode } from "react";
import { cn } from "./cn";

/** Name and value lines of one record. An empty value shows a dash, so that nobody asks whether it was forgotten. */
export function PropertyList({
  items,
  className,
}: {
  items: { label: ReactNode; value: ReactNode }[];
  className?: string;
}) {
  return (
    <dl className={cn("grid grid-cols-[minmax(96px,34%)_1fr]", className)}>
      {items.map((item, at) => (
        <div key={typeof item.label === "string" ? item.label : at} className="group contents">
          <dt className="border-hair border-b py-1.5 pr-3 text-ink-3 group-last:border-b-0">{item.label}</dt>
          <dd className="min-w-0 break-words border-hair border-b py-1.5 group-last:border-b-0">
            {item.value === null || item.value === undefined || item.value === "" ? (
              <span className="text-ink-3">—</span>
            ) : (
              item.value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
