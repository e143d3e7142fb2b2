import type { ReactNode } from "react";

/** What is put away, folded under the list of what is in use. */
export function Archived({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="py-1 text-ink-2 hover:text-ink">{title}</summary>
      <div className="mt-1.5">{children}</div>
    </details>
  );
}
