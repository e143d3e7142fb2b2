"use client";

import dynamic from "next/dynamic";
import { useQuiet } from "@/components/ui/quiet";

const TableExportMenu = dynamic(() => import("./table-export-menu"), { ssr: false });

export type TableExportProps = {
  /** The route under /api/exports. */
  table: string;
  /** Columns in sight, by id; without it the file has all. */
  columns?: readonly string[];
  /** What the address does not say itself: whose list this is. */
  also?: Readonly<Record<string, string>>;
  /** What the list is called, where a page has several. */
  label?: string;
};

/** Takes the table away as a file. The menu's code comes when the page has rested: until then its place is kept. */
export function TableExport(props: TableExportProps) {
  return (
    <span data-print="none" className="inline-block h-6.5 w-8 shrink-0">
      {useQuiet() && <TableExportMenu {...props} />}
    </span>
  );
}
