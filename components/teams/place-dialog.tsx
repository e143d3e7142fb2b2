"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Option } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { placeMember } from "@/lib/features/teams/actions";
import type { TeamNode } from "@/lib/features/teams/queries";
import type { TeamsView } from "./team-tree";

type Props = { team: TeamNode; people: TeamsView["people"]; today: string; onClose: () => void };

/** Puts a person into the team, or at its head, from a day on. */
export function PlaceDialog({ team, people, today, onClose }: Props) {
  const t = useTranslations("teams.place");
  const words = useTranslations("words.teamRole");
  const form = useId();
  const { run, pending, fields } = useAct(placeMember);
  const [person, setPerson] = useState<Option | null>(null);
  const [role, setRole] = useState<"member" | "lead">("member");
  const [from, setFrom] = useState(today);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ team: team.id, member: person?.value ?? "", role, from });
    if (!result.ok) return;
    onClose();
    toast.success(t("saved", { name: person?.label ?? "" }));
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t("title", { team: team.name })}
        description={t("text")}
        footer={
          <Button type="submit" form={form} pending={pending}>
            {t("save")}
          </Button>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          <Field label={t("member")} required error={fields.member}>
            <Combobox
              label={t("member")}
              value={person}
              onValueChange={setPerson}
              options={people.map(({ id, name, team: now }) => ({
                value: id,
                label: name,
                hint: now ? t("in", { team: now }) : undefined,
              }))}
            />
          </Field>
          <RadioGroup
            legend={t("role")}
            value={role}
            onValueChange={(value) => setRole(value === "lead" ? "lead" : "member")}
            options={(["member", "lead"] as const).map((value) => ({ value, label: words(value) }))}
          />
          <Field label={t("from")} required error={fields.from}>
            <DateInput today={today} value={from} onValueChange={setFrom} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
