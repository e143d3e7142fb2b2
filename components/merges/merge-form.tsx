"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Option } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { mergeClients, previewMerge, searchOtherClients, undoClientMerge } from "@/lib/features/merges/actions";
import type { MergePreview } from "@/lib/features/merges/queries";
import type { MergeDialogProps } from "./merge-dialog";
import { MergeSummary } from "./merge-summary";

export default function MergeForm({ client, onOpenChange }: MergeDialogProps) {
  const t = useTranslations("merges");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [other, setOther] = useState<Option | null>(null);
  const [stays, setStays] = useState(client.id);
  const [preview, setPreview] = useState<MergePreview>();
  const look = useAct(previewMerge);
  const merge = useAct(mergeClients);
  const undo = useAct(undoClientMerge);
  const { run: find } = useAct(searchOtherClients);
  const winnerId = other && (stays === client.id ? client.id : other.value);
  const loserId = other && (stays === client.id ? other.value : client.id);

  const ask = useRef(look.run);
  ask.current = look.run;
  useEffect(() => {
    if (!winnerId || !loserId) return;
    let late = false;
    ask.current({ winnerId, loserId }).then((found) => !late && found.ok && setPreview(found.value));
    return () => {
      late = true;
    };
  }, [winnerId, loserId]);

  const shown = preview && preview.winner.id === winnerId && preview.loser.id === loserId ? preview : undefined;

  async function confirm() {
    if (!shown) return;
    const { winner, loser } = shown;
    const result = await merge.run({ winnerId: winner.id, loserId: loser.id });
    if (!result.ok) return;
    const { id } = result.value;
    onOpenChange(false);
    router.push(`/clients/${winner.id}`);
    toast.undo(t("done", { loser: loser.name, winner: winner.name }), ui("undo"), async () => {
      const undone = await undo.run({ id });
      if (undone.ok) toast.success(t("undone"));
    });
  }

  return (
    <DialogContent
      title={t("title")}
      description={t("about")}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button disabled={!shown} pending={merge.pending} onClick={confirm}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("other")} hint={t("otherHint")} required>
          <Combobox
            label={t("other")}
            value={other}
            onValueChange={setOther}
            search={async (query) => {
              const found = await find({ query, clientId: client.id });
              if (!found.ok) throw new Error(found.code);
              return found.value.map(({ id, name, code }) => ({ value: id, label: name, hint: code }));
            }}
          />
        </Field>
        {other && (
          <RadioGroup
            legend={t("stays")}
            value={stays}
            onValueChange={setStays}
            options={[
              { value: client.id, label: client.name, hint: side(client.id) },
              { value: other.value, label: other.label, hint: side(other.value) },
            ]}
          />
        )}
        {shown && <MergeSummary preview={shown} />}
      </div>
    </DialogContent>
  );

  /** "1042 · Anna Krylova" of one of the two, as far as it is known. */
  function side(id: string): string | undefined {
    const one = [preview?.winner, preview?.loser].find((known) => known?.id === id);
    if (!one) return undefined;
    return [one.code, one.owner ?? t("noOwner"), one.archived && t("archivedSide")].filter(Boolean).join(" · ");
  }
}
