"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PasswordInput } from "@/components/sign-up/password-input";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { changePassword } from "@/lib/features/account/actions";

const empty = { current: "", password: "" };

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account.password");
  const { run, pending, fields, clearFields } = useAct(changePassword);
  const router = useRouter();
  const [value, setValue] = useState(empty);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run(value)).ok) return;
    setValue(empty);
    clearFields();
    toast.success(t("saved"));
    router.refresh(); // the list of sessions is shorter now
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3 pt-1">
      {/* For password managers: whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t("current")} required error={fields.current}>
        <PasswordInput
          name="current"
          autoComplete="current-password"
          maxLength={200}
          value={value.current}
          onChange={(event) => setValue({ ...value, current: event.target.value })}
        />
      </Field>
      <Field label={t("new")} required error={fields.password} hint={fields.password ? undefined : t("hint")}>
        <PasswordInput
          name="password"
          autoComplete="new-password"
          maxLength={200}
          value={value.password}
          onChange={(event) => setValue({ ...value, password: event.target.value })}
        />
      </Field>
      <Button type="submit" variant="outline" pending={pending} className="self-start">
        {t("save")}
      </Button>
    </form>
  );
}
