"use client";

import dynamic from "next/dynamic";
import { useQuiet } from "@/components/ui/quiet";

const PlanExportMenu = dynamic(() => import("./plan-export-menu"), { ssr: false });

/** Takes the version away as a file. The menu's code comes when the page has rested: until then its place is kept. */
export function PlanExport({ versionId }: { versionId: string }) {
  return (
    <span data-print="none" className="inline-block h-control w-9 shrink-0">
      {useQuiet() && <PlanExportMenu versionId={versionId} />}
    </span>
  );
}
