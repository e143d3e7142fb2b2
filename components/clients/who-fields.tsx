"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { RadioGroup } from "@/components/ui/radio-group";
import { type ClientKind, clientKinds } from "@/lib/domain/requisites";
import type { FormPart } from "./client-form";
import { DuplicateHints } from "./duplicate-hints";

/** Kind, names and numbers; while they are typed, who in reach may be the same. */
export function WhoFields({
  draft,
  set,
  errors,
  choices,
  except,
  knownId,
}: FormPart & { except?: string; knownId: string | null }) {
  const t = useTranslations("clients.form");
  const words = useTranslations("words");
  const { values } = draft;
  const number = (field: "inn" | "kpp" | "ogrn", label: string) => (
    <Field label={label} error={errors[field]}>
      <Input
        value={values[field]}
        inputMode={field === "kpp" ? undefined : "numeric"}
        autoComplete="off"
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{t("who")}</legend>
      <RadioGroup
        legend={t("kind")}
        className="[&>div]:flex-row [&>div]:flex-wrap [&>div]:gap-x-4"
        value={values.kind}
        onValueChange={(kind) => set({ kind: kind as ClientKind })}
        options={clientKinds.map((kind) => ({ value: kind, label: words(`clientKind.${kind}`) }))}
        error={errors.kind}
      />
      <Field
        label={t("name")}
        hint={values.kind === "company" ? t("nameHint") : undefined}
        error={errors.name}
        required
      >
        <Input
          value={values.name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      {values.kind !== "person" && (
        <Field label={t("legalName")} error={errors.legalName}>
          <Input
            value={values.legalName}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => set({ legalName: event.target.value })}
          />
        </Field>
      )}
      {(choices.requisites || values.inn + values.kpp + values.ogrn !== "") && (
        <div className="grid gap-3 sm:grid-cols-3">
          {number("inn", t("inn"))}
          {(values.kind === "company" || values.kpp !== "") && number("kpp", t("kpp"))}
          {(values.kind !== "person" || values.ogrn !== "") &&
            number("ogrn", values.kind === "entrepreneur" ? t("ogrnip") : t("ogrn"))}
        </div>
      )}
      {knownId && (
        <Link href={`/clients/${knownId}`} className="link">
          {t("openKnown")}
        </Link>
      )}
      <DuplicateHints name={values.name} inn={values.inn} kpp={values.kpp} except={except} />
    </fieldset>
  );
}
