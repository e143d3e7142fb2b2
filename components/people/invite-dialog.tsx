"use client";

import { UserPlus } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/domain/roles";
import { inviteMember } from "@/lib/features/people/actions";
import { RoleChoice } from "./role-choice";

type Props = { teams: { id: string; name: string }[]; locale: string /** A mail server is set up. */; server: boolean };

export function InviteDialog({ teams, locale, server }: Props) {
  const t = useTranslations("people.invitation");
  const people = useTranslations("people");
  const language = useTranslations("words.language");
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const { run, pending, fields, clearFields } = useAct(inviteMember);
  const draft = useDraft("invite", { email: "", name: "", jobTitle: "", roles: ["kam"] as Role[], team: "", locale });
  const { value } = draft;
  const change = (patch: Partial<typeof value>) => draft.set({ ...value, ...patch });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run(value);
    if (!result.ok) return;
    draft.forget();
    clearFields();
    setOpen(false);
    if (server) return toast.success(t("sent"));
    const mail = `/admin/outbox?mail=${result.value.mail}` as Route;
    toast.success(t("held"), {
      description: t("heldText"),
      duration: 12_000,
      action: { label: t("openMail"), run: () => router.push(mail) },
    });
  }

  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <UserPlus aria-hidden size={14} />
          {people("invite")}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t("title")}
        description={t("text")}
        footer={
          <Button type="submit" form={form} pending={pending}>
            {t("send")}
          </Button>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          <Field label={t("email")} required error={fields.email}>
            <Input
              type="email"
              autoComplete="off"
              maxLength={200}
              value={value.email}
              onChange={(event) => change({ email: event.target.value })}
            />
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t("name")} required error={fields.name}>
              <Input
                autoComplete="off"
                maxLength={120}
                value={value.name}
                onChange={(event) => change({ name: event.target.value })}
              />
            </Field>
            <Field label={t("jobTitle")} error={fields.jobTitle}>
              <Input
                autoComplete="off"
                maxLength={120}
                value={value.jobTitle}
                onChange={(event) => change({ jobTitle: event.target.value })}
              />
            </Field>
            <Field label={t("team")} error={fields.team}>
              <Select
                placeholder={t("noTeam")}
                value={value.team}
                onChange={(event) => change({ team: event.target.value })}
                options={teams.map((team) => ({ value: team.id, label: team.name }))}
              />
            </Field>
            <Field label={t("locale")} error={fields.locale}>
              <Select
                value={value.locale}
                onChange={(event) => change({ locale: event.target.value })}
                options={(["en", "ru"] as const).map((code) => ({ value: code, label: language(code) }))}
              />
            </Field>
          </div>
          <RoleChoice
            legend={t("roles")}
            value={value.roles}
            onChange={(roles) => change({ roles })}
            error={fields.roles}
          />
        </form>
      </DialogContent>
    </Dialog>
  );
}
