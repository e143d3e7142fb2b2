"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { DraftNotice } from "@/components/ui/draft-notice";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { addFact, editFact } from "@/lib/features/contacts/actions";
import type { ContactFact } from "@/lib/features/contacts/queries";
import { type FactKind, factKinds } from "./relation-words";

type Props = { clientId: string; contactId: string; fact?: ContactFact; onDone: () => void };
type Values = { kind: FactKind; content: string; isPrivate: boolean };

/** A fact about a person; private unless one says otherwise. */
export function FactForm({ clientId, contactId, fact, onDone }: Props) {
  const t = useTranslations("relations.sheet");
  const words = useTranslations("relations");
  const ui = useTranslations("ui");
  const add = useAct(addFact);
  const edit = useAct(editFact);
  const act = fact ? edit : add;
  const start: Values = {
    kind: fact?.kind ?? "topic",
    content: fact?.content ?? "",
    isPrivate: fact?.isPrivate ?? true,
  };
  const form = useStaleForm({
    key: `fact:${fact?.id ?? `new:${contactId}`}`,
    start: { version: fact?.version ?? 0, values: start },
    save: (values: Values, version) => {
      const input = { ...values, clientId, contactId };
      return fact ? edit.run({ ...input, id: fact.id, version }) : add.run(input);
    },
    onSaved: onDone,
  });
  const { values, set, conflict } = form;
  const labels = { kind: t("kind"), content: t("content"), isPrivate: t("isPrivate") };
  const said = (value: Values[keyof Values]) => (typeof value === "boolean" ? (value ? words("private") : "—") : value);
  return (
    <form
      noValidate
      className="grid gap-2 rounded-md border border-line p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <DraftNotice shown={form.restored} onDiscard={form.discard} />
      {conflict && (
        <ConflictNotice
          lines={conflict.lines.map(({ field, theirs, mine }) => ({
            label: labels[field],
            theirs: said(theirs),
            mine: said(mine),
          }))}
          onKeepTheirs={conflict.keepTheirs}
          onKeepMine={conflict.keepMine}
          pending={act.pending}
        />
      )}
      <Field label={t("kind")} error={act.fields.kind}>
        <Select
          value={values.kind}
          options={factKinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
          onChange={(event) => set({ kind: event.target.value as FactKind })}
        />
      </Field>
      <Field
        label={t("content")}
        hint={values.kind === "social" ? t("linkHint") : undefined}
        error={act.fields.content}
        required
      >
        <Textarea
          rows={2}
          maxLength={1000}
          value={values.content}
          onChange={(event) => set({ content: event.target.value })}
        />
      </Field>
      <CheckboxField
        label={t("isPrivate")}
        hint={act.fields.isPrivate ?? t("isPrivateHint")}
        checked={values.isPrivate}
        onChange={(event) => set({ isPrivate: event.target.checked })}
      />
      <span className="flex gap-2">
        <Button type="submit" size="sm" pending={act.pending}>
          {ui("save")}
        </Button>
        <Button variant="outline" size="sm" onClick={onDone}>
          {ui("cancel")}
        </Button>
      </span>
    </form>
  );
}
