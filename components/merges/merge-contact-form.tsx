"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { mergeContacts, undoContactMerge } from "@/lib/features/merges/actions";
import type { MergeContactProps } from "./merge-contact";

export default function MergeContactForm(props: MergeContactProps & { onDone: () => void }) {
  const { clientId, contact, people, onDone } = props;
  const t = useTranslations("merges");
  const ui = useTranslations("ui");
  const merge = useAct(mergeContacts);
  const undo = useAct(undoContactMerge);
  const [winner, setWinner] = useState<Option | null>(null);

  async function confirm() {
    if (!winner) return;
    const result = await merge.run({ clientId, winnerId: winner.value, loserId: contact.id });
    if (!result.ok) return;
    const { id } = result.value;
    onDone();
    toast.undo(t("contactDone", { loser: contact.name, winner: winner.label }), ui("undo"), async () => {
      const undone = await undo.run({ id });
      if (undone.ok) toast.success(t("undone"));
    });
  }

  return (
    <DialogContent
      size="sm"
      title={t("contactTitle")}
      description={t("contactAbout", { name: contact.name })}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button disabled={!winner} pending={merge.pending} onClick={confirm}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <Field label={t("contactOther")} required>
        <Combobox
          label={t("contactOther")}
          value={winner}
          onValueChange={setWinner}
          options={people.map(({ id, name, jobTitle }) => ({ value: id, label: name, hint: jobTitle ?? undefined }))}
        />
      </Field>
    </DialogContent>
  );
}
