"use client";

import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { useCommands } from "@/components/shell/commands";
import { chipLook } from "@/components/ui/chip";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useSendExport } from "./send-export";
import type { TableExportProps } from "./table-export";

/** "Export": the table as the address has it, on all its pages, with the columns in sight. The palette offers the same. */
export default function TableExportMenu({ table, columns, also, label }: TableExportProps) {
  const t = useTranslations("ui.export");
  const send = useSendExport();
  const params = useSearchParams();

  const run = (format: "csv" | "xlsx") => {
    const query = new URLSearchParams(params.toString());
    for (const [name, value] of Object.entries(also ?? {})) query.set(name, value);
    return send(table, { format, query: query.toString(), columns });
  };
  // The palette keeps its list while the table is on the screen; what it runs is the newest.
  const latest = useRef(run);
  latest.current = run;
  useCommands(
    useMemo(
      () => [
        { id: `export-csv-${table}`, label: named(t("toCsv"), label), run: () => latest.current("csv") },
        { id: `export-xlsx-${table}`, label: named(t("toXlsx"), label), run: () => latest.current("xlsx") },
        // The page is printed whole, whichever of its lists is asked.
        ...(label ? [] : [{ id: `print-${table}`, label: t("printList"), run: printSoon }]),
      ],
      [t, table, label],
    ),
  );

  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        className={chipLook({ className: "w-8 justify-center px-0" })}
        aria-label={named(t("menu"), label)}
        title={named(t("menu"), label)}
      >
        <Download aria-hidden size={14} />
      </DropdownMenuTrigger>
      <DropdownMenuContent label={named(t("menu"), label)} align="end">
        <DropdownMenuItem onSelect={() => run("xlsx")}>{t("xlsx")}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => run("csv")}>{t("csv")}</DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={printSoon}>{t("print")}</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

const named = (words: string, label: string | undefined) => (label ? `${words}: ${label}` : words);

// The menu, or the palette, must be gone before the page is drawn on paper.
function printSoon(): void {
  setTimeout(() => window.print(), 200);
}
