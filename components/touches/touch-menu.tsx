"use client";

import { MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { binTouch } from "@/lib/features/touches/actions";
import { openLogTouch } from "./open-log-touch";

/** What one can do with an entry of one's own: change it, throw it away and take it back. */
export function TouchMenu({
  id,
  clientId,
  edit,
  label,
}: {
  id: string;
  clientId: string;
  edit: boolean;
  label: string;
}) {
  const t = useTranslations("touches");
  const ui = useTranslations("ui");
  const bin = useAct(binTouch);

  async function remove() {
    const result = await bin.run({ id, clientId, deleted: true });
    if (result.ok) toast.undo(t("deleted"), ui("undo"), () => bin.run({ id, clientId, deleted: false }));
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={label} pending={bin.pending} data-print="none">
          <MoreHorizontal aria-hidden size={15} />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent label={label} align="end">
        {edit && (
          <DropdownMenuItem onSelect={() => openLogTouch({ touchId: id, clientId })}>
            <Pencil aria-hidden size={14} />
            {t("edit")}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem tone="red" onSelect={remove}>
          <Trash2 aria-hidden size={14} />
          {t("delete")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
