"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { requestReset } from "@/lib/features/sign-up/actions";

/** Asks for a link; what it answers does not tell whether the address is known. */
export function ResetForm() {
  const t = useTranslations("signUp");
  const { run, pending, fields } = useAct(requestReset);
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await run({ email })).ok) setSent(true);
  }

  const back = (
    <Link href="/sign-in" className="link self-center">
      {t("reset.back")}
    </Link>
  );
  if (sent) {
    return (
      <div role="status" className="flex flex-col gap-3">
        <div className="rounded-md bg-green-soft px-3 py-2">
          <p className="font-medium text-green">{t("reset.sent")}</p>
          <p className="mt-0.5">{t("reset.sentText")}</p>
        </div>
        {back}
      </div>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-3">
      <Field label={t("email")} required error={fields.email}>
        <Input
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          maxLength={200}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Button type="submit" size="lg" pending={pending}>
        {t("reset.submit")}
      </Button>
      {back}
    </form>
  );
}
