"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Combobox } from "@/components/ui/combobox";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { tiers } from "@/lib/domain/tier";
import { type WorkMode, workModes } from "@/lib/domain/work-mode";
import { searchClients } from "@/lib/features/clients/actions";
import type { FormPart } from "./client-form";
import { TagPicker } from "./tag-picker";

type Props = FormPart & {
  except?: string;
  /** The name of a parent that is out of reach. */
  outsideParent: string | null;
  onParent: (parent: { id: string; name: string } | null) => void;
};

/** Whose the client is, how much it weighs and what may be done with it. */
export function WorkFields({ draft, set, errors, choices, except, outsideParent, onParent }: Props) {
  const t = useTranslations("clients.form");
  const words = useTranslations("words");
  const { run } = useAct(searchClients);
  const { values, parent } = draft;
  const isNew = draft.version === 0;
  const option = parent
    ? { value: parent.id, label: parent.name }
    : outsideParent
      ? { value: "outside", label: t("parentOutside", { name: outsideParent }) }
      : null;

  async function search(query: string) {
    const result = await run({ query, except });
    if (!result.ok) throw new Error(result.code);
    return result.value.map(({ id, name, code }) => ({ value: id, label: name, hint: code }));
  }

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{t("work")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {isNew && (choices.owners.length > 1 || choices.ownerOptional) && (
          <Field label={t("owner")} error={errors.ownerId}>
            <Combobox
              label={t("owner")}
              placeholder={choices.ownerOptional ? t("nobody") : undefined}
              clearable={choices.ownerOptional}
              value={optionOf(choices.owners, values.ownerId)}
              options={choices.owners.map(({ id, name }) => ({ value: id, label: name }))}
              onValueChange={(owner) => set({ ownerId: owner?.value ?? "" })}
            />
          </Field>
        )}
        <Field label={t("tier")} error={errors.tier}>
          <Select
            value={values.tier}
            placeholder={t("noTier")}
            options={tiers.map((tier) => ({ value: tier, label: words(`tier.${tier}`) }))}
            onChange={(event) => set({ tier: event.target.value as (typeof tiers)[number] | "" })}
          />
        </Field>
        <Field label={t("workMode")} hint={words(`workModeHint.${values.workMode}`)} error={errors.workMode}>
          <Select
            value={values.workMode}
            options={workModes.map((mode) => ({ value: mode, label: words(`workMode.${mode}`) }))}
            onChange={(event) => set({ workMode: event.target.value as WorkMode })}
          />
        </Field>
        <Field label={t("since")} error={errors.since}>
          <DateInput value={values.since} onValueChange={(since) => set({ since })} />
        </Field>
        <Field label={t("parent")} error={errors.parentId}>
          <Combobox
            label={t("parent")}
            placeholder={t("notChosen")}
            clearable
            value={option}
            search={search}
            onValueChange={(chosen) => onParent(chosen && { id: chosen.value, name: chosen.label })}
          />
        </Field>
      </div>
      <Field label={t("tags")} error={errors.tagIds}>
        <TagPicker
          tags={choices.tags}
          mayAdd={choices.mayAddTags}
          value={values.tagIds}
          onChange={(tagIds) => set({ tagIds })}
        />
      </Field>
    </fieldset>
  );
}

function optionOf(list: readonly { id: string; name: string }[], id: string) {
  const found = list.find((one) => one.id === id);
  return found ? { value: found.id, label: found.name } : null;
}
