"use client";

import { useTranslations } from "next-intl";
import { useCompany, useErrorText } from "@/components/ui/act";
import { toast } from "@/components/ui/toast";

export type ExportOrder = { format: "csv" | "xlsx"; query: string; columns?: readonly string[] };

/** Orders a file from /api/exports and saves it under the name that the server gave it; says what became of it. */
export function useSendExport(): (table: string, order: ExportOrder) => Promise<void> {
  const t = useTranslations("ui.export");
  const company = useCompany();
  const text = useErrorText();

  return async (table, order) => {
    const id = `export-${table}`;
    toast.message(t("making"), { id, duration: Number.POSITIVE_INFINITY });
    try {
      const response = await fetch(`/api/exports/${table}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ company, ...order }),
      });
      if (!response.ok) {
        const { code, request } = await refusalIn(response);
        toast.error(text(code), { id, description: request });
        return;
      }
      save(await response.blob(), nameIn(response.headers.get("content-disposition") ?? ""));
      toast.success(t("done", { count: Number(response.headers.get("x-grange-rows")) }), { id });
    } catch {
      toast.error(text("offline"), { id });
    }
  };
}

async function refusalIn(response: Response): Promise<{ code: string; request?: string }> {
  const told: unknown = await response.json().catch(() => null);
  if (typeof told !== "object" || told === null || !("code" in told)) return { code: "bug" };
  const request = "request" in told && typeof told.request === "string" ? told.request : undefined;
  return { code: String(told.code), request };
}

function nameIn(disposition: string): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return name ? decodeURIComponent(name) : "export";
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
