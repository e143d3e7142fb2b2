"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { useDraft } from "@/components/ui/draft";
import { DraftNotice } from "@/components/ui/draft-notice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { answerQuestion } from "@/lib/features/profile/actions";
import type { ProfileRow } from "@/lib/features/profile/queries";

type Theirs = { theirs: string; said: string | null; version: number; by: string | null };

/** An answer edited in place: Ctrl or ⌘ with Enter saves, Esc leaves it as it was. */
export default function AnswerForm(props: { clientId: string; row: ProfileRow; onClose: () => void }) {
  const { clientId, row, onClose } = props;
  const t = useTranslations("profile");
  const ui = useTranslations("ui");
  const { run, pending, fields } = useAct(answerQuestion);
  const draft = useDraft(`answer:${clientId}:${row.id}`, row.answer);
  const [theirs, setTheirs] = useState<Theirs>();
  const nameOf = (answer: string) => row.choices.find(({ key }) => key === answer)?.name ?? answer;

  async function save(version: number) {
    const result = await run({ clientId, questionId: row.id, version, answer: draft.value });
    if (result.ok) {
      draft.forget(draft.value);
      onClose();
      toast.success(draft.value.trim() ? t("saved") : t("taken"));
    } else if (result.code === "conflict") setTheirs(result.values as Theirs);
  }

  function leave() {
    draft.forget(row.answer);
    onClose();
  }

  function keys(event: KeyboardEvent) {
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || row.kind === "number")) {
      event.preventDefault();
      save(row.version);
    }
  }

  if (theirs)
    return (
      <ConflictNotice
        lines={[{ label: row.text, theirs: theirs.said, mine: nameOf(draft.value) }]}
        by={theirs.by ?? undefined}
        onKeepTheirs={leave}
        onKeepMine={() => save(theirs.version)}
        pending={pending}
      />
    );
  const set = (value: string) => draft.set(value);
  return (
    <form
      className="grid gap-2"
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        save(row.version);
      }}
    >
      <DraftNotice shown={draft.restored} onDiscard={() => draft.forget(row.answer)} />
      <Field label={row.text} hideLabel error={fields.answer}>
        {row.kind === "choice" ? (
          <Select
            autoFocus
            value={draft.value}
            placeholder={t("notChosen")}
            options={row.choices.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(event) => set(event.target.value)}
          />
        ) : row.kind === "number" ? (
          <Input autoFocus inputMode="decimal" value={draft.value} onChange={(event) => set(event.target.value)} />
        ) : (
          <Textarea
            autoFocus
            rows={3}
            maxLength={4000}
            value={draft.value}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </Field>
      <span className="flex gap-2">
        <Button type="submit" size="sm" pending={pending}>
          {ui("save")}
        </Button>
        <Button variant="outline" size="sm" onClick={leave}>
          {ui("cancel")}
        </Button>
      </span>
    </form>
  );
}
