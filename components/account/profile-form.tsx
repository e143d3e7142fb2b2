"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { saveProfile } from "@/lib/features/account/actions";
import type { ProfileView } from "@/lib/features/account/queries";
import { changedLines, type Theirs } from "./profile-conflict";

type Props = { profile: ProfileView; zones: { zone: string; label: string }[]; readOnly: boolean };

/** How the directory of this company shows me. */
export function ProfileForm({ profile, zones, readOnly }: Props) {
  const t = useTranslations("account.profile");
  const { run, pending, fields } = useAct(saveProfile);
  const draft = useDraft("profile", profile);
  const [theirs, setTheirs] = useState<Theirs>();
  const options = zones.map((choice) => ({ value: choice.zone, label: choice.label }));
  const mine = draft.value;

  async function save(version: number) {
    const { name, phone, jobTitle, zone } = mine;
    const result = await run({ version, name, phone, jobTitle, zone });
    if (result.ok) {
      draft.forget({ ...mine, version: version + 1 });
      setTheirs(undefined);
      toast.success(t("saved"));
    } else if (result.code === "conflict") setTheirs((result.values as { theirs: Theirs }).theirs);
  }

  const text = (
    name: "name" | "phone" | "jobTitle",
    more: { autoComplete: string; required?: boolean; max: number },
  ) => (
    <Field label={t(name)} required={more.required} error={fields[name]}>
      <Input
        name={name}
        autoComplete={more.autoComplete}
        maxLength={more.max}
        readOnly={readOnly}
        value={mine[name]}
        onChange={(event) => draft.set({ ...mine, [name]: event.target.value })}
      />
    </Field>
  );

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(mine.version);
      }}
      className="flex flex-col gap-3 pt-1"
    >
      {theirs && (
        <ConflictNotice
          by={t("conflictBy")}
          lines={changedLines(theirs, mine).map((field) => ({
            label: t(field),
            theirs: theirs[field] || "—",
            mine: mine[field] || "—",
          }))}
          pending={pending}
          onKeepMine={() => void save(theirs.version)}
          onKeepTheirs={() => {
            const { version, name, phone, jobTitle, zone } = theirs;
            draft.forget({ ...mine, version, name, phone: phone ?? "", jobTitle: jobTitle ?? "", zone: zone ?? "" });
            setTheirs(undefined);
          }}
        />
      )}
      {text("name", { autoComplete: "name", required: true, max: 120 })}
      <Field label={t("email")}>
        <Input type="email" readOnly value={profile.email} className="bg-paper text-ink-2" />
      </Field>
      {text("jobTitle", { autoComplete: "organization-title", max: 120 })}
      {text("phone", { autoComplete: "tel", max: 40 })}
      <Field label={t("zone")} error={fields.zone}>
        <Combobox
          label={t("zone")}
          placeholder={t("companyZone")}
          clearable
          disabled={readOnly}
          options={options}
          value={options.find((option) => option.value === mine.zone) ?? null}
          onValueChange={(option) => draft.set({ ...mine, zone: option?.value ?? "" })}
        />
      </Field>
      {readOnly ? (
        <p className="text-ink-3 text-xs">{t("readOnly")}</p>
      ) : (
        <Button type="submit" pending={pending} className="self-start">
          {t("save")}
        </Button>
      )}
    </form>
  );
}
