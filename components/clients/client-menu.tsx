"use client";

import { Archive, ArchiveRestore, Ellipsis } from "lucide-react";
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
import { archiveClient } from "@/lib/features/clients/actions";

/** Archive and restore; both can be taken back. */
export function ClientMenu({ id, name, archived }: { id: string; name: string; archived: boolean }) {
  const t = useTranslations("clients");
  const words = useTranslations("ui");
  const { run, pending } = useAct(archiveClient);

  async function change() {
    const result = await run({ id, archived: !archived });
    if (!result.ok) return;
    toast.undo(t(archived ? "restoreDone" : "archiveDone", { name }), words("undo"), () => run({ id, archived }));
  }

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="icon" aria-label={t("more")} pending={pending}>
          <Ellipsis aria-hidden size={16} />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent label={t("more")} align="end">
        <DropdownMenuItem onSelect={change}>
          {archived ? <ArchiveRestore aria-hidden size={15} /> : <Archive aria-hidden size={15} />}
          {archived ? t("restore") : t("archive")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
