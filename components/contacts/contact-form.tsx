"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { CheckboxField } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { useDraft } from "@/components/ui/draft";
import { DraftNotice } from "@/components/ui/draft-notice";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/focus-fault";
import { Input } from "@/components/ui/input";
import { mergeStale } from "@/components/ui/merge-stale";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { createContact, searchZones, updateContact } from "@/lib/features/contacts/actions";
import { BirthdayField } from "./birthday-field";
import { ChannelFields } from "./channel-fields";
import type { ContactSheetProps } from "./contact-sheet";
import { type ContactDraft, type ContactValues, conflictOf, contactDraft, contactInputOf } from "./contact-values";
import { useContactWords } from "./contact-words";

type Props = ContactSheetProps & {
  /** The id of the form, for the button at the foot of the sheet. */
  form: string;
  onPending: (pending: boolean) => void;
};

const levels = ["executive", "middle", "working"] as const;
const parts = ["decides", "influences", "buys", "uses", "pays", "other"] as const;

export function ContactForm({ form, clientId, contact, people, onPending, onClose }: Props) {
  const t = useTranslations("contacts.form");
  const words = useTranslations("words");
  const wordsOf = useContactWords(people);
  const start = contactDraft(clientId, contact);
  const draft = useDraft<ContactDraft>(contact ? `contact:${contact.id}` : `contact:new:${clientId}`, start);
  const create = useAct(createContact);
  const update = useAct(updateContact);
  const zones = useAct(searchZones);
  const [theirs, setTheirs] = useState<ReturnType<typeof conflictOf>>(null);
  const { values, base } = draft.value;
  const stale = theirs && mergeStale(base, values, theirs.values);
  const errors = contact ? update.fields : create.fields;
  const ref = useFocusFault(errors);
  const set = (change: Partial<ContactValues>) =>
    draft.set((before) => ({ ...before, values: { ...before.values, ...change } }));

  async function submit(sent: ContactDraft) {
    onPending(true);
    const { input } = contactInputOf(sent);
    const result = contact
      ? await update.run({ ...input, id: contact.id, version: sent.version })
      : await create.run(input);
    onPending(false);
    if (!result.ok) {
      setTheirs(conflictOf(result.values));
      return;
    }
    draft.forget();
    onClose();
    toast.success(contact ? t("saved") : t("created", { name: values.name.trim() }));
  }

  /** Goes on from their version with these values. */
  function settle(chosen: ContactValues): ContactDraft | undefined {
    if (!theirs) return;
    const next = { version: theirs.version, base: theirs.values, values: chosen };
    draft.set(next);
    setTheirs(null);
    return next;
  }

  const others = people.filter(
    (person) => person.id !== contact?.id && (!person.archived || person.id === values.reportsToId),
  );

  async function findZones(query: string) {
    const result = await zones.run({ query });
    if (!result.ok) throw new Error(result.code);
    return result.value.map(({ zone, label }) => ({ value: zone, label }));
  }

  return (
    <form
      ref={ref}
      id={form}
      noValidate
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit(draft.value);
      }}
    >
      <DraftNotice shown={draft.restored} onDiscard={() => draft.forget(start)} />
      {stale && (
        <ConflictNotice
          lines={stale.lines.map((line) => ({
            label: wordsOf.label(line.field),
            theirs: wordsOf.value(line.field, line.theirs),
            mine: wordsOf.value(line.field, line.mine),
          }))}
          onKeepTheirs={() => theirs && settle(theirs.values)}
          onKeepMine={() => {
            const next = settle(stale.kept);
            if (next) submit(next);
          }}
          pending={update.pending}
        />
      )}
      <Field label={t("name")} error={errors.name} required>
        <Input
          value={values.name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label={t("jobTitle")} error={errors.jobTitle}>
        <Input value={values.jobTitle} maxLength={200} onChange={(event) => set({ jobTitle: event.target.value })} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("role")} error={errors.role}>
          <Select
            value={values.role}
            options={parts.map((part) => ({ value: part, label: words(`contactRole.${part}`) }))}
            onChange={(event) => set({ role: event.target.value as (typeof parts)[number] })}
          />
        </Field>
        <Field label={t("level")} error={errors.level}>
          <Select
            value={values.level}
            placeholder={t("noLevel")}
            options={levels.map((level) => ({ value: level, label: words(`contactLevel.${level}`) }))}
            onChange={(event) => set({ level: event.target.value as (typeof levels)[number] | "" })}
          />
        </Field>
      </div>
      <CheckboxField
        label={t("isKey")}
        hint={t("isKeyHint")}
        checked={values.isKey}
        onChange={(event) => set({ isKey: event.target.checked })}
      />
      {values.isKey && (
        <Field label={t("cadence")} hint={t("cadenceHint")} error={errors.cadenceDays}>
          <Input
            value={values.cadenceDays}
            inputMode="numeric"
            maxLength={3}
            onChange={(event) => set({ cadenceDays: event.target.value })}
          />
        </Field>
      )}
      <ChannelFields
        channels={values.channels}
        rows={contactInputOf(draft.value).rows}
        errors={errors}
        except={contact?.id}
        onChange={(channels) => set({ channels })}
      />
      <Field label={t("reportsTo")} error={errors.reportsToId}>
        <Select
          value={values.reportsToId}
          placeholder={t("nobody")}
          options={others.map(({ id, name, jobTitle }) => ({
            value: id,
            label: [name, jobTitle].filter(Boolean).join(", "),
          }))}
          onChange={(event) => set({ reportsToId: event.target.value })}
        />
      </Field>
      <BirthdayField value={values.birthday} error={errors.birthday} onChange={(birthday) => set({ birthday })} />
      <Field label={t("zone")} hint={t("zoneHint")} error={errors.zone}>
        <Combobox
          label={t("zone")}
          placeholder={t("zoneOfClient")}
          clearable
          value={values.zone ? { value: values.zone, label: values.zone } : null}
          search={findZones}
          onValueChange={(chosen) => set({ zone: chosen?.value ?? "" })}
        />
      </Field>
      <Field label={t("note")} error={errors.note}>
        <Textarea value={values.note} maxLength={4000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </form>
  );
}
