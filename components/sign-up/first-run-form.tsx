"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { startCompany } from "@/lib/features/sign-up/actions";
import { ownZone } from "@/lib/i18n/format";
import type { Messages } from "@/lib/i18n/messages";
import { PasswordInput } from "./password-input";
import { signIn } from "./sign-in";

type Props = { zones: { zone: string; label: string }[]; currencies: (keyof Messages["company"]["currencyName"])[] };

/** The first company and its first administrator. */
export function FirstRunForm({ zones, currencies }: Props) {
  const t = useTranslations("signUp");
  const currencyName = useTranslations("company.currencyName");
  const language = useTranslations("words.language");
  const locale = useLocale();
  const { run, pending, fields } = useAct(startCompany);
  const [zone, setZone] = useState("");
  const options = zones.map((choice) => ({ value: choice.zone, label: choice.label }));

  // Most people set up where they work.
  useEffect(() => setZone(ownZone()), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "");
    const password = text("password");
    const result = await run({
      code: text("code"),
      company: text("company"),
      locale: text("locale"),
      zone,
      currency: text("currency"),
      name: text("name"),
      email: text("email"),
      password,
    });
    if (!result.ok) return;
    const fault = await signIn(result.value.email, password);
    window.location.assign(fault ? "/sign-in" : "/");
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <Field label={t("firstRun.code")} hint={t("firstRun.codeHint")} required error={fields.code}>
        <Input name="code" autoComplete="off" autoFocus spellCheck={false} maxLength={40} className="uppercase" />
      </Field>
      <Field label={t("firstRun.company")} required error={fields.company}>
        <Input name="company" autoComplete="organization" maxLength={120} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("firstRun.locale")} error={fields.locale}>
          <Select
            name="locale"
            defaultValue={locale}
            options={(["en", "ru"] as const).map((value) => ({ value, label: language(value) }))}
          />
        </Field>
        <Field label={t("firstRun.currency")} error={fields.currency}>
          <Select
            name="currency"
            defaultValue={locale === "ru" ? "RUB" : "USD"}
            options={currencies.map((value) => ({ value, label: currencyName(value) }))}
          />
        </Field>
      </div>
      <Field label={t("firstRun.zone")} required error={fields.zone}>
        <Combobox
          label={t("firstRun.zone")}
          options={options}
          value={options.find((option) => option.value === zone) ?? null}
          onValueChange={(option) => setZone(option?.value ?? "")}
        />
      </Field>
      <h2 className="mt-2 border-line border-t pt-3 font-medium">{t("firstRun.you")}</h2>
      <Field label={t("name")} required error={fields.name}>
        <Input name="name" autoComplete="name" maxLength={120} />
      </Field>
      <Field label={t("email")} required error={fields.email}>
        <Input type="email" name="email" autoComplete="username" maxLength={200} />
      </Field>
      <Field
        label={t("password")}
        required
        error={fields.password}
        hint={fields.password ? undefined : t("passwordHint")}
      >
        <PasswordInput name="password" autoComplete="new-password" maxLength={200} />
      </Field>
      <Button type="submit" size="lg" pending={pending} className="mt-1">
        {t("firstRun.submit")}
      </Button>
    </form>
  );
}
