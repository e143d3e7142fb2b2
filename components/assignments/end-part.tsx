"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { endAssignment, undoTransfer } from "@/lib/features/assignments/actions";

/** Ends what a deputy or specialist does for a client from today, or takes back what has not begun. */
export function EndPart(props: { assignment: string; name: string; today: string; begun: boolean }) {
  const t = useTranslations("assignments");
  const ui = useTranslations("ui");
  const [open, setOpen] = useState(false);
  const end = useAct(endAssignment);
  const undo = useAct(undoTransfer);
  const words = props.begun ? (["endTitle", "endText", "endConfirm"] as const) : takeBack;

  async function confirm() {
    const result = await end.run({ assignment: props.assignment, on: props.today });
    setOpen(false);
    if (!result.ok) return;
    const { transfer } = result.value;
    toast.undo(t("done.ended"), ui("undo"), async () => {
      const undone = await undo.run({ transfer });
      if (undone.ok) toast.success(t("done.undone"));
    });
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm" className="self-start">
          {props.begun ? t("story.end") : t("story.takeBack")}
        </Button>
      }
      open={open}
      onOpenChange={setOpen}
      title={t(`story.${words[0]}`)}
      description={t(`story.${words[1]}`, { name: props.name })}
      confirm={t(`story.${words[2]}`)}
      tone="default"
      pending={end.pending}
      onConfirm={confirm}
    />
  );
}

const takeBack = ["takeBackTitle", "takeBackText", "takeBack"] as const;
