"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { undoTransfer } from "@/lib/features/assignments/actions";

/** Takes an own order back at once; it can simply be given again. `label` says to those who do not see it which one. */
export function UndoOrder({ transfer, label, children }: { transfer: string; label: string; children: ReactNode }) {
  const t = useTranslations("assignments.done");
  const { run, pending } = useAct(undoTransfer);
  return (
    <Button
      variant="outline"
      size="sm"
      pending={pending}
      aria-label={label}
      onClick={async () => {
        const result = await run({ transfer });
        if (result.ok) toast.success(t("undone"));
      }}
    >
      {children}
    </Button>
  );
}
