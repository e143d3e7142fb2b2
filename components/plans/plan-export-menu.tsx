"use client";

import { Download } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useSendExport } from "@/components/exports/send-export";
import { chipLook } from "@/components/ui/chip";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

/** The version as a file: a column or a line per month, as a workbook or as text. */
export default function PlanExportMenu({ versionId }: { versionId: string }) {
  const t = useTranslations("plans.export");
  const ui = useTranslations("ui.export");
  const paper = useTranslations("plans.paper");
  const router = useRouter();
  const send = useSendExport();
  const run = (shape: "wide" | "long", format: "xlsx" | "csv") =>
    send("plan", { format, query: new URLSearchParams({ plan: versionId, shape }).toString() });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        className={chipLook({ className: "h-control w-9 justify-center rounded-md px-0" })}
        aria-label={ui("menu")}
        title={ui("menu")}
      >
        <Download aria-hidden size={14} />
      </DropdownMenuTrigger>
      <DropdownMenuContent label={ui("menu")} align="end">
        {(["wide", "long"] as const).map((shape) =>
          (["xlsx", "csv"] as const).map((format) => (
            <DropdownMenuItem key={`${shape}-${format}`} onSelect={() => run(shape, format)}>
              {t(shape)} · {ui(format)}
            </DropdownMenuItem>
          )),
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => router.push(`/plans/${versionId}/print` as Route)}>
          {paper("open")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
