"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { revisePlan } from "@/lib/features/plans/actions";

/** Why an approved plan is to change. */
export function ReviseForm({ versionId, onDone }: { versionId: string; onDone: (id: string) => void }) {
  const t = useTranslations("plans.act");
  const ui = useTranslations("ui");
  const form = useId();
  const { run, pending, fields } = useAct(revisePlan);
  const draft = useDraft(`plan-revision:${versionId}`, "");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ versionId, reason: draft.value });
    if (!result.ok) return;
    draft.forget();
    toast.success(t("revised"));
    onDone(result.value.versionId);
  }

  return (
    <DialogContent
      size="sm"
      title={t("reviseTitle")}
      description={t("reviseText")}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={form} pending={pending}>
            {t("revise")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t("reason")} required error={fields.reason}>
          <Textarea rows={3} maxLength={500} value={draft.value} onChange={(event) => draft.set(event.target.value)} />
        </Field>
      </form>
    </DialogContent>
  );
}
