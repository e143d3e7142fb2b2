"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { confirmNumber, removeNumber } from "@/lib/features/numbers/actions";

/** "Still true": one tap writes the same value as of today; it can be taken back. */
export function ConfirmNumber({ clientId, id, name }: { clientId: string; id: string; name: string }) {
  const t = useTranslations("numbers");
  const ui = useTranslations("ui");
  const confirm = useAct(confirmNumber);
  const back = useAct(removeNumber);

  async function tap() {
    const result = await confirm.run({ clientId, id });
    if (!result.ok) {
      if (result.code === "conflict") toast.error(ui("conflict.title"));
      return;
    }
    const made = result.value.id;
    toast.undo(t("confirmed", { name }), ui("undo"), () => back.run({ clientId, id: made, removed: true }));
  }

  return (
    <Button
      variant="outline"
      size="sm"
      data-print="none"
      aria-label={t("confirmOf", { name })}
      pending={confirm.pending}
      onClick={tap}
    >
      <Check aria-hidden size={13} />
      {t("confirm")}
    </Button>
  );
}
