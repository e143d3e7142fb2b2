"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { useDraft } from "@/components/ui/draft";
import { DraftNotice } from "@/components/ui/draft-notice";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/focus-fault";
import { mergeStale } from "@/components/ui/merge-stale";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { createClient, updateClient } from "@/lib/features/clients/actions";
import type { ClientView } from "@/lib/features/clients/queries";
import type { ClientChoices } from "@/lib/features/clients/queries/choices";
import {
  type ClientDraft,
  clientDraft,
  conflictOf,
  editedClientInput,
  knownClientOf,
  newClientDraft,
} from "./client-values";
import { useClientWords } from "./client-words";
import { PlaceFields } from "./place-fields";
import { WhoFields } from "./who-fields";
import { WorkFields } from "./work-fields";

export type FormPart = {
  draft: ClientDraft;
  set: (change: Partial<ClientDraft["values"]>) => void;
  errors: Record<string, string>;
  choices: ClientChoices;
};

type Props = {
  /** The id of the form, for the button at the foot of the sheet. */
  form: string;
  client?: ClientView;
  choices: ClientChoices;
  onPending: (pending: boolean) => void;
  onClose: () => void;
};

export function ClientForm({ form, client, choices, onPending, onClose }: Props) {
  const t = useTranslations("clients.form");
  const router = useRouter();
  const wordsOf = useClientWords(choices);
  const start = client ? clientDraft(client) : newClientDraft(choices.ownerId);
  const draft = useDraft<ClientDraft>(client ? `client:${client.id}` : "client:new", start);
  const create = useAct(createClient);
  const update = useAct(updateClient);
  const [theirs, setTheirs] = useState<ReturnType<typeof conflictOf>>(null);
  const [known, setKnown] = useState<string | null>(null);
  const { value } = draft;
  const stale = theirs && mergeStale(value.base, value.values, theirs.values);

  const ref = useFocusFault(client ? update.fields : create.fields);

  async function submit(sent: ClientDraft) {
    onPending(true);
    const result = client ? await update.run(editedClientInput(client.id, sent)) : await create.run(sent.values);
    onPending(false);
    if (!result.ok) {
      setTheirs(conflictOf(result.values));
      setKnown(knownClientOf(result.values));
      return;
    }
    draft.forget();
    onClose();
    toast.success(client ? t("saved") : t("created", { name: sent.values.name.trim() }));
    if (!client) router.push(`/clients/${result.value.id}` as Route);
  }

  /** Goes on from their version with these values. */
  function settle(values: ClientDraft["values"]): ClientDraft | undefined {
    if (!theirs) return;
    const next = { ...value, version: theirs.version, base: theirs.values, values };
    draft.set(next);
    setTheirs(null);
    return next;
  }

  const part: FormPart = {
    draft: value,
    set: (change) => draft.set((before) => ({ ...before, values: { ...before.values, ...change } })),
    errors: client ? update.fields : create.fields,
    choices,
  };
  return (
    <form
      ref={ref}
      id={form}
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        submit(value);
      }}
    >
      <DraftNotice shown={draft.restored} onDiscard={() => draft.forget(start)} />
      {stale && (
        <ConflictNotice
          lines={stale.lines.map((line) => ({
            label: wordsOf.label(line.field),
            theirs: wordsOf.value(line.field, line.theirs, theirs?.parentName),
            mine: wordsOf.value(line.field, line.mine, value.parent?.name),
          }))}
          onKeepTheirs={() => settle({ ...value.values, ...theirs?.values })}
          onKeepMine={() => {
            const next = settle({ ...value.values, ...stale.kept });
            if (next) submit(next);
          }}
          pending={update.pending}
        />
      )}
      <WhoFields {...part} except={client?.id} knownId={known} />
      <WorkFields
        {...part}
        except={client?.id}
        outsideParent={value.parentOutside ? (client?.parent?.name ?? null) : null}
        onParent={(parent) =>
          draft.set((before) => ({
            ...before,
            parent,
            parentOutside: false,
            values: { ...before.values, parentId: parent?.id ?? "" },
          }))
        }
      />
      <PlaceFields {...part} />
      <Field label={t("note")} error={part.errors.note}>
        <Textarea
          value={value.values.note}
          maxLength={4000}
          onChange={(event) => part.set({ note: event.target.value })}
        />
      </Field>
    </form>
  );
}
