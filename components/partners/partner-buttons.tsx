"use client";

import { Archive, ArchiveRestore, Pencil, Plus } from "lucide-react";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { archivePartner } from "@/lib/features/partners/actions";
import type { PartnerView } from "@/lib/features/partners/queries";

const PartnerSheet = dynamic(() => import("./partner-sheet"), { ssr: false });

export function NewPartner() {
  const t = useTranslations("partners");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden size={15} />
        {t("add")}
      </Button>
      {open && <PartnerSheet onClose={() => setOpen(false)} onMade={(id) => router.push(`/partners/${id}` as Route)} />}
    </>
  );
}

/** Change, archive and bring back a partner. */
export function PartnerButtons({ partner, mayArchive }: { partner: PartnerView; mayArchive: boolean }) {
  const t = useTranslations("partners");
  const ui = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const { run, pending } = useAct(archivePartner);
  const { id, name, archived } = partner;

  async function archive() {
    const result = await run({ id, archived: !archived });
    if (!result.ok) return;
    toast.undo(t(archived ? "restoreDone" : "archiveDone", { name }), ui("undo"), () => run({ id, archived }));
  }

  return (
    <>
      {partner.may.edit && (
        <Button variant="outline" onClick={() => setOpen(true)}>
          <Pencil aria-hidden size={14} />
          {t("edit")}
        </Button>
      )}
      {mayArchive && (
        <Button variant="outline" pending={pending} onClick={archive}>
          {archived ? <ArchiveRestore aria-hidden size={15} /> : <Archive aria-hidden size={15} />}
          {archived ? t("restore") : t("archive")}
        </Button>
      )}
      {open && <PartnerSheet partner={partner} onClose={() => setOpen(false)} />}
    </>
  );
}
