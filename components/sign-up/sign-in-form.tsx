"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useErrorText } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import type { DemoCompany } from "@/lib/features/sign-up/queries";
import { DemoPeople } from "./demo-people";
import { PasswordInput } from "./password-input";
import { signIn } from "./sign-in";

type Props = {
  /** A path of this site. */
  to: string;
  demo: DemoCompany[];
  demoPassword: string;
};

export function SignInForm({ to, demo, demoPassword }: Props) {
  const t = useTranslations("signUp");
  const text = useErrorText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<string>();
  const [pending, setPending] = useState(false);
  const submitButton = useRef<HTMLButtonElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setFault(undefined);
    const code = await signIn(email, password);
    // The whole document anew: nothing of an earlier person may be left in it.
    if (code === null) return window.location.assign(to);
    setPending(false);
    setFault(text(code));
  }

  function become(address: string) {
    setEmail(address);
    setPassword(demoPassword);
    setFault(undefined);
    submitButton.current?.focus();
  }

  return (
    <>
      {/* Without its script the form must not put the password into an address. */}
      <form method="post" action="/api/auth/signin" onSubmit={submit} className="flex flex-col gap-3">
        {fault && (
          <p role="alert" className="rounded-md bg-red-soft px-3 py-2 text-red">
            {fault}
          </p>
        )}
        <Field label={t("email")} required>
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
        <Field label={t("password")} required>
          <PasswordInput
            name="password"
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button ref={submitButton} type="submit" size="lg" pending={pending} className="mt-1">
          {t("signIn.submit")}
        </Button>
        <Link href="/reset" className="link self-center">
          {t("signIn.forgot")}
        </Link>
      </form>
      {demo.length > 0 && <DemoPeople companies={demo} password={demoPassword} chosen={email} onChoose={become} />}
    </>
  );
}
