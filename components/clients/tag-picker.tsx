"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ChipValue } from "@/components/ui/chip";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { createTag } from "@/lib/features/clients/actions";

type Tag = { id: string; name: string };

/** Chosen tags as chips, more of them from the company's list; whoever keeps the dictionaries may add a new word right here. */
export function TagPicker(props: {
  tags: readonly Tag[];
  mayAdd: boolean;
  value: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const t = useTranslations("clients.form");
  const { run, pending, fields } = useAct(createTag);
  const [made, setMade] = useState<Tag[]>([]);
  const [name, setName] = useState<string>();
  const tags = [...props.tags, ...made];
  const chosen = tags.filter((tag) => props.value.includes(tag.id));

  async function create() {
    const result = await run({ name: name ?? "" });
    if (!result.ok) return;
    setMade([...made, result.value]);
    props.onChange([...props.value, result.value.id]);
    setName(undefined);
  }

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {chosen.map((tag) => (
        <ChipValue
          key={tag.id}
          label={t("removeTag", { name: tag.name })}
          remove={() => props.onChange(props.value.filter((id) => id !== tag.id))}
        >
          {tag.name}
        </ChipValue>
      ))}
      <Combobox
        label={t("addTag")}
        placeholder={t("addTag")}
        className="w-48"
        value={null}
        options={tags
          .filter((tag) => !props.value.includes(tag.id))
          .map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={(option) => option && props.onChange([...props.value, option.value])}
      />
      {props.mayAdd && name === undefined && (
        <Button variant="ghost" onClick={() => setName("")}>
          {t("newTag")}
        </Button>
      )}
      {name !== undefined && (
        <span className="flex items-center gap-1.5">
          <Input
            autoFocus
            aria-label={t("newTagName")}
            placeholder={t("newTagName")}
            aria-invalid={fields.name ? true : undefined}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              // Not the form around it.
              event.preventDefault();
              create();
            }}
          />
          <Button variant="outline" pending={pending} onClick={create}>
            {t("createTag")}
          </Button>
        </span>
      )}
      {fields.name && (
        <p role="alert" className="w-full text-red text-xs">
          {fields.name}
        </p>
      )}
    </div>
  );
}
