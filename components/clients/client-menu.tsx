"use client";

import { Archive, ArchiveRestore, Ellipsis, Merge } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MergeDialog } from "@/components/merges/merge-dialog";
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
export function ClientMenu(props: { id: string; name: string; code: string; archived: boolean; mayMerge: boolean }) {
  const { id, name, code, archived, mayMerge } = props;
  const t = useTranslations("clients");
  const words = useTranslations("ui");
  const merges = useTranslations("merges");
  const { run, pending } = useAct(archiveClient);
  const [merging, setMerging] = useState(false);

  async function change() {
    const result = await run({ id, archived: !archived });
    if (!result.ok) return;
    toast.undo(t(archived ? "restoreDone" : "archiveDone", { name }), words("undo"), () => run({ id, archived }));
  }

  return (
    <>
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
          {mayMerge && !archived && (
            <DropdownMenuItem onSelect={() => setMerging(true)}>
              <Merge aria-hidden size={15} />
              {merges("merge")}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {mayMerge && <MergeDialog client={{ id, name, code }} open={merging} onOpenChange={setMerging} />}
    </>
  );
}
