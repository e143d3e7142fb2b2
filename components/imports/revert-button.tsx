"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const RevertDialog = dynamic(() => import("./revert-dialog").then((part) => part.RevertDialog));

export function RevertButton({ id, version }: { id: string; version: number }) {
  const t = useTranslations("importSteps.revert");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("action")}
      </Button>
      {open && <RevertDialog id={id} version={version} onClose={() => setOpen(false)} />}
    </>
  );
}
