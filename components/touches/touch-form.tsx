"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { DraftNotice } from "@/components/ui/draft-notice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isTyping } from "@/components/ui/keys";
import { Textarea } from "@/components/ui/textarea";
import { type TouchKind, touchKinds } from "@/lib/domain/cadence";
import { editTouch, logTouch, openTouchForm, searchTouchClients } from "@/lib/features/touches/actions";
import type { TouchClient } from "@/lib/features/touches/queries/touch-form";
import type { TouchFormValues } from "@/lib/features/touches/schema";
import { KindFields } from "./kind-fields";
import { PromiseFields } from "./promise-fields";
import type { Saved } from "./touch-dialog";
import { draftOf, emptyDraft, inputOf, type TouchDraft } from "./touch-values";
import { WhenFields } from "./when-fields";
import { WithWhom } from "./with-whom";

export type Given = {
  today: string;
  client: TouchClient | null;
  edited: { id: string; values: TouchFormValues; version: number } | null;
};

type Props = { given: Given; onClose: () => void; onSaved: (saved: Saved) => void };
type Stale = { theirs: TouchFormValues; version: number };

/** A touch in two keystrokes: a kind by its number, the words, Ctrl Enter. */
export function TouchForm({ given, onClose, onSaved }: Props) {
  const t = useTranslations("touches");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const form = useId();
  const subject = useRef<HTMLInputElement>(null);
  const { edited, today } = given;
  const initial = edited ? draftOf(edited.values, given.client?.name ?? "") : emptyDraft(given.client, today);
  const draft = useDraft<TouchDraft>(`touch:${edited?.id ?? given.client?.id ?? "new"}`, initial);
  const { value } = draft;
  const [client, setClient] = useState<TouchClient | null>(given.client);
  const [stale, setStale] = useState<Stale>();
  const log = useAct(logTouch);
  const edit = useAct(editTouch);
  const find = useAct(searchTouchClients);
  const open = useAct(openTouchForm);
  const pending = log.pending || edit.pending;
  const fields = { ...log.fields, ...edit.fields };
  const change = (part: Partial<TouchDraft>) => draft.set((before) => ({ ...before, ...part }));

  // A draft of an earlier visit may name another client than the page: its people are fetched like those of a chosen one.
  const wanted = value.clientId;
  const asking = useRef(open.run);
  asking.current = open.run;
  useEffect(() => {
    if (!wanted || client?.id === wanted) return;
    asking.current({ clientId: wanted, touchId: null, locale }).then((result) => {
      if (result.ok) setClient(result.value.client);
    });
  }, [wanted, client?.id, locale]);

  async function save(version = edited?.version) {
    const input = inputOf(value);
    const result = edited ? await edit.run({ ...input, id: edited.id, version }) : await log.run(input);
    if (!result.ok) {
      if (result.code === "conflict") setStale(result.values as Stale);
      return;
    }
    draft.forget();
    onClose();
    const said = t("form.saved", { kind: t(`kind.${value.kind}`), client: value.clientName });
    onSaved({ id: edited ? null : result.value.id, clientId: value.clientId, said: edited ? t("form.changed") : said });
  }

  function pick(kind: TouchKind) {
    change({ kind, direction: kind === "message" ? "in" : "out", private: false });
  }

  function keys(event: KeyboardEvent) {
    if (event.code === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!pending) save();
      return;
    }
    const digit = /^(Digit|Numpad)([1-4])$/.exec(event.code)?.[2];
    const kind = touchKinds[Number(digit) - 1];
    if (!kind || event.ctrlKey || event.metaKey || (!event.altKey && isTyping(event.target))) return;
    event.preventDefault();
    pick(kind);
    subject.current?.focus();
  }

  return (
    <Dialog open onOpenChange={(shown) => !shown && !pending && onClose()}>
      <DialogContent
        title={t(edited ? "form.editTitle" : "form.title")}
        size="md"
        className="sm:max-w-[600px]"
        dismissable={!pending}
        footer={
          <>
            <span className="mr-auto text-ink-3 text-xs max-sm:hidden">{t("keysHint")}</span>
            <Button variant="outline" onClick={onClose}>
              {ui("cancel")}
            </Button>
            <Button type="submit" form={form} pending={pending}>
              {t("form.save")}
            </Button>
          </>
        }
      >
        <form
          id={form}
          className="flex flex-col gap-3"
          onKeyDown={keys}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <DraftNotice shown={draft.restored} onDiscard={() => draft.forget()} />
          {stale && (
            <ConflictNotice
              by={t("form.stale")}
              lines={(["subject", "text", "minutes"] as const)
                .filter((name) => stale.theirs[name] !== value[name])
                .map((name) => ({ label: t(`form.${name}`), theirs: stale.theirs[name], mine: value[name] }))}
              onKeepTheirs={() => {
                draft.forget();
                onClose();
              }}
              onKeepMine={() => save(stale.version)}
              pending={pending}
            />
          )}
          {!given.client && (
            <Field label={t("form.client")} required error={fields.clientId}>
              <Combobox
                label={t("form.client")}
                placeholder={t("form.clientPlaceholder")}
                value={value.clientId ? { value: value.clientId, label: value.clientName } : null}
                search={async (query) => {
                  const result = await find.run({ query });
                  if (!result.ok) throw new Error(result.code);
                  return result.value;
                }}
                onValueChange={(option) =>
                  change({ clientId: option?.value ?? "", clientName: option?.label ?? "", contactIds: [] })
                }
              />
            </Field>
          )}
          {given.client && <p className="-mt-1 text-ink-2">{given.client.name}</p>}
          <KindFields value={value} change={change} pick={pick} />
          {client && <WithWhom client={client} value={value} change={change} error={fields.contactIds} />}
          <Field label={t("form.subject")} error={fields.subject}>
            <Input
              ref={subject}
              value={value.subject}
              maxLength={200}
              placeholder={t("form.subjectPlaceholder")}
              onChange={(event) => change({ subject: event.target.value })}
            />
          </Field>
          <Field label={t("form.text")} error={fields.text}>
            <Textarea rows={3} value={value.text} onChange={(event) => change({ text: event.target.value })} />
          </Field>
          <WhenFields value={value} change={change} fields={fields} today={today} known={client?.topics ?? []} />
          {!value.private && <PromiseFields value={value} change={change} fields={fields} today={today} />}
        </form>
      </DialogContent>
    </Dialog>
  );
}
