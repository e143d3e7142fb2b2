"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Option } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { addWord, editWord } from "@/lib/features/dictionaries/actions";
import type { WordRow } from "@/lib/features/dictionaries/queries";
import type { Dictionary } from "@/lib/features/dictionaries/schema";

type Props = {
  of: Dictionary;
  /** The word to edit; without one a new word. */
  word?: WordRow;
  zones: readonly Option[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Adds a word, or renames one. */
export function WordDialog(props: Props) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      {props.open && <WordForm {...props} />}
    </Dialog>
  );
}

type Theirs = { name: string; version: number; zone?: string | null };

// A conflict carries what stands there now (lib/features/dictionaries/actions).
function theirsOf(values: unknown): Theirs | undefined {
  return typeof values === "object" && values !== null && "theirs" in values ? (values.theirs as Theirs) : undefined;
}

function WordForm({ of, word, zones, onOpenChange }: Props) {
  const t = useTranslations("dictionaries");
  const ui = useTranslations("ui");
  const form = useId();
  const add = useAct(addWord);
  const edit = useAct(editWord);
  const [name, setName] = useState(word?.name ?? "");
  const [zone, setZone] = useState<Option | null>(zones.find(({ value }) => value === word?.zone) ?? null);
  const [theirs, setTheirs] = useState<Theirs>();
  const pending = add.pending || edit.pending;
  const fields = word ? edit.fields : add.fields;

  async function save(version: number) {
    const values = { of, name, ...(of === "region" ? { zone: zone?.value ?? "" } : {}) };
    const result = word ? await edit.run({ ...values, id: word.id, version }) : await add.run(values);
    if (result.ok) {
      onOpenChange(false);
      toast.success(word ? t("saved") : t("added", { name: name.trim() }));
    } else if (result.code === "conflict") setTheirs(theirsOf(result.values));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    save(word?.version ?? 0);
  }

  const zoneName = (value: string | null | undefined) => zones.find((one) => one.value === value)?.label ?? "";
  return (
    <DialogContent
      title={word ? t("edit", { name: word.name }) : t(`add.${of}`)}
      size="sm"
      footer={
        theirs ? undefined : (
          <>
            <DialogClose asChild>
              <Button variant="outline">{ui("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={form} pending={pending}>
              {ui("save")}
            </Button>
          </>
        )
      }
    >
      {theirs ? (
        <ConflictNotice
          lines={[
            { label: t("name"), theirs: theirs.name, mine: name },
            ...(of === "region" ? [{ label: t("zone"), theirs: zoneName(theirs.zone), mine: zone?.label }] : []),
          ]}
          onKeepTheirs={() => onOpenChange(false)}
          onKeepMine={() => save(theirs.version)}
          pending={pending}
        />
      ) : (
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          <Field label={t("name")} required error={fields.name}>
            <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          </Field>
          {of === "region" && (
            <Field label={t("zone")} optional hint={t("zoneHint")} error={fields.zone}>
              <Combobox
                label={t("zone")}
                placeholder={t("zonePlaceholder")}
                options={[...zones]}
                value={zone}
                onValueChange={setZone}
                clearable
              />
            </Field>
          )}
        </form>
      )}
    </DialogContent>
  );
}
