"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { finishReset } from "@/lib/features/sign-up/actions";
import { PasswordInput } from "./password-input";

export function NewPasswordForm({ email }: { email: string }) {
  const t = useTranslations("signUp");
  const { run, pending, fields } = useAct(finishReset);
  const [password, setPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await run({ password })).ok) window.location.assign("/sign-in?reset=1");
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      {/* For password managers: whose password this is. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={t("reset.newPassword")}
        required
        error={fields.password}
        hint={fields.password ? undefined : t("passwordHint")}
      >
        <PasswordInput
          name="password"
          autoComplete="new-password"
          autoFocus
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" size="lg" pending={pending} className="mt-1">
        {t("reset.newSubmit")}
      </Button>
    </form>
  );
}
