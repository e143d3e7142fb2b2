"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useSendExport } from "./send-export";

/** Whole data of the company in the form in which the import takes it. `kinds`: names and labels of the kinds of import. */
export function ExportMenu({ kinds }: { kinds: readonly { name: string; label: string }[] }) {
  const t = useTranslations("ui.export");
  const send = useSendExport();
  const run = (name: string, format: "csv" | "xlsx") => send("data", { format, query: `kind=${name}` });
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline">
          <Download aria-hidden size={15} />
          {t("data")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent label={t("data")} align="end">
        <DropdownMenuLabel className="max-w-64 whitespace-normal">{t("dataHint")}</DropdownMenuLabel>
        {(["xlsx", "csv"] as const).map((format) => (
          <div key={format}>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>{t(format)}</DropdownMenuLabel>
            {kinds.map(({ name, label }) => (
              <DropdownMenuItem key={name} onSelect={() => run(name, format)}>
                {label}
              </DropdownMenuItem>
            ))}
          </div>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
