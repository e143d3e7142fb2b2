"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { editPromise, makePromise } from "@/lib/features/touches/actions";
import type { PromiseRow } from "@/lib/features/touches/queries/promises";
import { newPromise } from "./touch-values";

type Values = Pick<PromiseRow, "side" | "text" | "dueOn">;
type Stale = { theirs: Values; version: number };
type Props = { clientId: string; promise?: PromiseRow; today: string; onClose: () => void };

export default function PromiseDialog({ clientId, promise, today, onClose }: Props) {
  const t = useTranslations("touches");
  const ui = useTranslations("ui");
  const form = useId();
  const { key: _key, ...fresh } = newPromise(today);
  const initial: Values = promise ? { side: promise.side, text: promise.text, dueOn: promise.dueOn } : fresh;
  const draft = useDraft(`promise:${promise?.id ?? clientId}`, initial);
  const [stale, setStale] = useState<Stale>();
  const make = useAct(makePromise);
  const edit = useAct(editPromise);
  const pending = make.pending || edit.pending;
  const fields = { ...make.fields, ...edit.fields };
  const change = (part: Partial<Values>) => draft.set((before) => ({ ...before, ...part }));

  function close() {
    draft.forget();
    onClose();
  }

  async function save(version = promise?.version) {
    const input = { clientId, ...draft.value };
    const result = promise ? await edit.run({ ...input, id: promise.id, version }) : await make.run(input);
    if (result.ok) close();
    else if (result.code === "conflict") setStale(result.values as Stale);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && !pending && onClose()}>
      <DialogContent
        title={t("promises.formTitle")}
        size="sm"
        dismissable={!pending}
        footer={
          <>
            <Button variant="outline" onClick={onClose}>
              {ui("cancel")}
            </Button>
            <Button type="submit" form={form} pending={pending}>
              {ui("save")}
            </Button>
          </>
        }
      >
        <form
          id={form}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {stale && (
            <ConflictNotice
              lines={[
                { label: t("form.promiseText"), theirs: stale.theirs.text, mine: draft.value.text },
                { label: t("form.due"), theirs: stale.theirs.dueOn, mine: draft.value.dueOn },
              ]}
              onKeepTheirs={close}
              onKeepMine={() => save(stale.version)}
              pending={pending}
            />
          )}
          <Segmented
            label={t("form.side")}
            className="self-start"
            value={draft.value.side}
            onChange={(side) => change({ side })}
            options={[
              { value: "ours", label: t("form.ours") },
              { value: "theirs", label: t("form.theirs") },
            ]}
          />
          <Field label={t("form.promiseText")} required error={fields.text}>
            <Textarea
              rows={2}
              maxLength={500}
              value={draft.value.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          </Field>
          <Field label={t("form.due")} required error={fields.dueOn}>
            <DateInput value={draft.value.dueOn} today={today} onValueChange={(dueOn) => change({ dueOn })} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
