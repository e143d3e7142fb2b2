"use client";

import { useTranslations } from "next-intl";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FormPart } from "./client-form";

/** Where the client is. A region offers its time zone as long as none was chosen by hand. */
export function PlaceFields({ draft, set, errors, choices }: FormPart) {
  const t = useTranslations("clients.form");
  const { values } = draft;
  const offered = (id: string) => choices.regions.find((region) => region.id === id)?.zone ?? "";
  const zone = choices.zones.find((one) => one.zone === values.zone);

  function chooseRegion(regionId: string) {
    const wasOffered = values.zone === "" || values.zone === offered(values.regionId);
    set({ regionId, ...(wasOffered ? { zone: offered(regionId) } : {}) });
  }

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{t("where")}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("industry")} error={errors.industryId}>
          <Select
            value={values.industryId}
            placeholder={t("notChosen")}
            options={choices.industries.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set({ industryId: event.target.value })}
          />
        </Field>
        <Field label={t("region")} error={errors.regionId}>
          <Select
            value={values.regionId}
            placeholder={t("notChosen")}
            options={choices.regions.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => chooseRegion(event.target.value)}
          />
        </Field>
        <Field label={t("city")} error={errors.city}>
          <Input value={values.city} maxLength={120} onChange={(event) => set({ city: event.target.value })} />
        </Field>
        <Field
          label={t("zone")}
          hint={values.zone !== "" && values.zone === offered(values.regionId) ? t("zoneOffered") : undefined}
          error={errors.zone}
        >
          <Combobox
            label={t("zone")}
            placeholder={t("notChosen")}
            clearable
            value={values.zone ? { value: values.zone, label: zone?.label ?? values.zone } : null}
            options={choices.zones.map((one) => ({ value: one.zone, label: one.label }))}
            onValueChange={(chosen) => set({ zone: chosen?.value ?? "" })}
          />
        </Field>
        <Field label={t("website")} error={errors.website}>
          <Input
            type="url"
            inputMode="url"
            value={values.website}
            maxLength={300}
            onChange={(event) => set({ website: event.target.value })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
