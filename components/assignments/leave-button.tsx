"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LeaveDialog, type LeaveDialogProps } from "./leave-dialog";

/** A button with the leave dialog behind it. */
export function LeaveButton(props: Pick<LeaveDialogProps, "member" | "today">) {
  const t = useTranslations("assignments.leave");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="outline" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <LeaveDialog {...props} open={open} onOpenChange={setOpen} />
    </>
  );
}
