"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { DraftNotice } from "@/components/ui/draft-notice";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { addMonths } from "@/lib/domain/calendar-date";
import { type LifeStage, lifeStages } from "@/lib/domain/life-stage";
import { releaseStage, setStage } from "@/lib/features/sales/actions";

type Current = { id: string; version: number; stage: LifeStage; manual: boolean };
type Sides = { theirs: { stage: LifeStage | null; id: string | null; version: number | null } };

/** Overrules the nightly stage with a reason and an end, or gives it back to the rule. */
export function StageForm(props: { clientId: string; today: string; current: Current | undefined }) {
  const { clientId, today, current } = props;
  const t = useTranslations("sales.stage");
  const words = useTranslations("words");
  const [open, setOpen] = useState(false);
  const [conflict, setConflict] = useState<Sides["theirs"]>();
  const save = useAct(setStage);
  const release = useAct(releaseStage);
  const draft = useDraft(`stage:${clientId}`, {
    stage: current?.stage ?? "active",
    reason: "",
    expiresOn: addMonths(today, 3),
  });
  const { value, set } = draft;

  async function send(seen: { id: string; version: number } | null) {
    const result = await save.run({ clientId, seen, ...value, stage: value.stage as LifeStage });
    if (result.ok) {
      draft.forget();
      setConflict(undefined);
      setOpen(false);
      toast.success(t("saved"));
    } else if (result.code === "conflict") setConflict((result.values as Sides).theirs);
  }

  async function giveBack() {
    if (!current) return;
    const result = await release.run({ clientId, id: current.id, version: current.version });
    if (result.ok) toast.success(t("released"));
  }

  const seen = current ? { id: current.id, version: current.version } : null;
  const theirs = conflict && (conflict.stage ? words(`stage.${conflict.stage}`) : words("noValue"));
  return (
    <>
      {current?.manual && (
        <Button variant="link" size="sm" pending={release.pending} onClick={giveBack}>
          {t("release")}
        </Button>
      )}
      <Button variant="link" size="sm" onClick={() => setOpen(true)}>
        {t("change")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent
          title={t("formTitle")}
          description={t("formText")}
          size="sm"
          footer={
            <Button type="submit" form="stage-form" pending={save.pending}>
              {t("save")}
            </Button>
          }
        >
          <form
            id="stage-form"
            className="flex flex-col gap-3"
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              send(seen);
            }}
          >
            <DraftNotice shown={draft.restored} onDiscard={draft.forget} />
            {conflict && (
              <ConflictNotice
                lines={[{ label: t("stage"), theirs, mine: words(`stage.${value.stage as LifeStage}`) }]}
                pending={save.pending}
                onKeepTheirs={() => {
                  draft.forget();
                  setConflict(undefined);
                  setOpen(false);
                }}
                onKeepMine={() =>
                  send(
                    conflict.id === null || conflict.version === null
                      ? null
                      : { id: conflict.id, version: conflict.version },
                  )
                }
              />
            )}
            <Field label={t("stage")} required error={save.fields.stage}>
              <Select
                name="stage"
                value={value.stage}
                options={lifeStages.map((stage) => ({ value: stage, label: words(`stage.${stage}`) }))}
                onChange={(event) => set({ ...value, stage: event.target.value as LifeStage })}
              />
            </Field>
            <Field label={t("reason")} hint={t("reasonHint")} required error={save.fields.reason}>
              <Textarea
                name="reason"
                rows={3}
                value={value.reason}
                onChange={(event) => set({ ...value, reason: event.target.value })}
              />
            </Field>
            <Field label={t("expiresOn")} hint={t("expiresHint")} required error={save.fields.expiresOn}>
              <DateInput
                name="expiresOn"
                value={value.expiresOn}
                today={today}
                onValueChange={(expiresOn) => set({ ...value, expiresOn })}
              />
            </Field>
          </form>
        </DialogContent>
      </Dialog>
    </>
  );
}
