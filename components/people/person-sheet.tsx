"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useQueryHref } from "@/components/ui/query-href";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import type { Role } from "@/lib/domain/roles";
import { savePerson } from "@/lib/features/people/actions";
import type { PersonRow } from "@/lib/features/people/queries";
import { RoleChoice } from "./role-choice";

type Values = { name: string; jobTitle: string; phone: string; zone: string; roles: Role[] };
type Theirs = { version: number } & Record<"jobTitle" | "phone" | "zone", string | null> & {
    name: string;
    roles: Role[];
  };
type Props = { person: PersonRow; zones: { zone: string; label: string }[]; leave?: ReactNode };

const valuesOf = (of: Omit<Theirs, "version">): Values => ({
  name: of.name,
  jobTitle: of.jobTitle ?? "",
  phone: of.phone ?? "",
  zone: of.zone ?? "",
  roles: of.roles,
});

/** A member's place in the company: what they are called, where they sit, what they may do. */
export function PersonSheet({ person, zones, leave }: Props) {
  const t = useTranslations("people.edit");
  const words = useTranslations("words.role");
  const { go } = useQueryHref();
  const form = useId();
  const { run, pending, fields } = useAct(savePerson);
  const [mine, setMine] = useState(() => valuesOf(person));
  const [theirs, setTheirs] = useState<Theirs>();
  const options = zones.map((choice) => ({ value: choice.zone, label: choice.label }));
  const change = (patch: Partial<Values>) => setMine({ ...mine, ...patch });
  const close = () => go({ person: null });

  async function save(version: number) {
    const result = await run({ id: person.id, version, ...mine });
    if (result.ok) {
      toast.success(t("saved"));
      // What I may see may just have changed: the whole document anew.
      if (result.value.self) window.location.assign("/admin/people");
      else close();
    } else if (result.code === "conflict") setTheirs((result.values as { theirs: Theirs }).theirs);
  }

  const show = (values: Values, field: keyof Values) =>
    field === "roles" ? values.roles.map((role) => words(role)).join(", ") : values[field] || t("none");
  const lines = (Object.keys(mine) as (keyof Values)[])
    .filter((field) => theirs && String(valuesOf(theirs)[field]) !== String(mine[field]))
    .map((field) => ({
      label: t(field),
      theirs: theirs && show(valuesOf(theirs), field),
      mine: show(mine, field),
    }));

  return (
    <Sheet open onOpenChange={(open) => !open && close()}>
      <SheetContent
        title={t("title", { name: person.name })}
        description={person.email}
        footer={
          <>
            {leave && <span className="mr-auto">{leave}</span>}
            <Button type="submit" form={form} pending={pending}>
              {t("save")}
            </Button>
          </>
        }
      >
        <form
          id={form}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void save(person.version);
          }}
          className="flex flex-col gap-3"
        >
          {theirs && (
            <ConflictNotice
              lines={lines}
              pending={pending}
              onKeepMine={() => void save(theirs.version)}
              onKeepTheirs={close}
            />
          )}
          <Field label={t("name")} required error={fields.name}>
            <Input maxLength={120} value={mine.name} onChange={(event) => change({ name: event.target.value })} />
          </Field>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t("jobTitle")} error={fields.jobTitle}>
              <Input
                maxLength={120}
                value={mine.jobTitle}
                onChange={(event) => change({ jobTitle: event.target.value })}
              />
            </Field>
            <Field label={t("phone")} error={fields.phone}>
              <Input
                type="tel"
                maxLength={40}
                value={mine.phone}
                onChange={(event) => change({ phone: event.target.value })}
              />
            </Field>
          </div>
          <Field label={t("zone")} error={fields.zone}>
            <Combobox
              label={t("zone")}
              placeholder={t("companyZone")}
              clearable
              options={options}
              value={options.find((option) => option.value === mine.zone) ?? null}
              onValueChange={(option) => change({ zone: option?.value ?? "" })}
            />
          </Field>
          <RoleChoice
            legend={t("roles")}
            hint={t("rolesHint")}
            value={mine.roles}
            onChange={(held) => change({ roles: held })}
            error={fields.roles}
          />
        </form>
      </SheetContent>
    </Sheet>
  );
}
