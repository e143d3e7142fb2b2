"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { saveCompany } from "@/lib/features/company/actions";
import type { CompanySettings } from "@/lib/features/company/schema";
import type { Messages } from "@/lib/i18n/messages";

type Currency = keyof Messages["company"]["currencyName"];
type Props = { settings: CompanySettings; zones: { zone: string; label: string }[]; currencies: readonly Currency[] };

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export function SettingsForm({ settings, zones, currencies }: Props) {
  const t = useTranslations("company");
  const language = useTranslations("words.language");
  const { run, pending, fields } = useAct(saveCompany);
  const [mine, setMine] = useState(settings);
  const [theirs, setTheirs] = useState<CompanySettings>();
  const options = zones.map((choice) => ({ value: choice.zone, label: choice.label }));
  const change = (patch: Partial<CompanySettings>) => setMine({ ...mine, ...patch });

  async function save(was: CompanySettings) {
    const result = await run({ ...mine, was });
    if (result.ok) {
      setTheirs(undefined);
      toast.success(t("saved"));
    } else if (result.code === "conflict") setTheirs((result.values as { theirs: CompanySettings }).theirs);
  }

  const labels = {
    name: "name",
    locale: "locale",
    zone: "zone",
    currency: "currency",
    fiscalStartMonth: "fiscal",
  } as const;
  const differing = (Object.keys(labels) as (keyof typeof labels)[]).filter(
    (key) => theirs && theirs[key] !== mine[key],
  );

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(settings);
      }}
      className="flex flex-col gap-3 pt-1"
    >
      {theirs && (
        <ConflictNotice
          lines={differing.map((key) => ({ label: t(labels[key]), theirs: theirs[key], mine: mine[key] }))}
          pending={pending}
          onKeepMine={() => void save(theirs)}
          onKeepTheirs={() => {
            setMine(theirs);
            setTheirs(undefined);
          }}
        />
      )}
      <Field label={t("name")} required error={fields.name}>
        <Input
          name="name"
          maxLength={120}
          value={mine.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field label={t("locale")} hint={t("localeHint")} error={fields.locale}>
        <Select
          name="locale"
          value={mine.locale}
          onChange={(event) => change({ locale: event.target.value })}
          options={(["en", "ru"] as const).map((value) => ({ value, label: language(value) }))}
        />
      </Field>
      <Field label={t("zone")} hint={t("zoneHint")} required error={fields.zone}>
        <Combobox
          label={t("zone")}
          options={options}
          value={options.find((option) => option.value === mine.zone) ?? null}
          onValueChange={(option) => change({ zone: option?.value ?? "" })}
        />
      </Field>
      <Field label={t("currency")} hint={t("currencyHint")} error={fields.currency}>
        <Select
          name="currency"
          value={mine.currency}
          onChange={(event) => change({ currency: event.target.value })}
          options={currencies.map((value) => ({ value, label: t(`currencyName.${value}`) }))}
        />
      </Field>
      <Field label={t("fiscal")} error={fields.fiscalStartMonth}>
        <Select
          name="fiscalStartMonth"
          value={String(mine.fiscalStartMonth)}
          onChange={(event) => change({ fiscalStartMonth: Number(event.target.value) })}
          options={months.map((month) => ({ value: String(month), label: t(`month.m${month}`) }))}
        />
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}
