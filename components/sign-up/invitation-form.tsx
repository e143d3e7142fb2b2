"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { acceptInvitation } from "@/lib/features/sign-up/actions";
import type { InvitationView } from "@/lib/features/sign-up/queries";
import { PasswordInput } from "./password-input";
import { signIn } from "./sign-in";

/** Joins the company, and signs in with what was just typed. */
export function InvitationForm({ invitation }: { invitation: InvitationView }) {
  const t = useTranslations("signUp");
  const { run, pending, fields } = useAct(acceptInvitation);
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState("");
  const { known } = invitation;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ name: known ? "" : name, password });
    if (!result.ok) return;
    const fault = await signIn(result.value.email, password);
    window.location.assign(fault ? "/sign-in" : "/");
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <Field label={t("email")}>
        <Input
          type="email"
          name="email"
          autoComplete="username"
          readOnly
          value={invitation.email}
          className="bg-paper text-ink-2"
        />
      </Field>
      {!known && (
        <Field label={t("name")} required error={fields.name}>
          <Input
            name="name"
            autoComplete="name"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      )}
      <Field
        label={t("password")}
        required
        error={fields.password}
        hint={known || fields.password ? undefined : t("passwordHint")}
      >
        <PasswordInput
          name="password"
          autoComplete={known ? "current-password" : "new-password"}
          autoFocus
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Button type="submit" size="lg" pending={pending} className="mt-1">
        {t("invite.submit")}
      </Button>
    </form>
  );
}
