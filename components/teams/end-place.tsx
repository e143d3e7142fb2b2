"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { endPlace } from "@/lib/features/teams/actions";
import type { PlaceRow, TeamNode } from "@/lib/features/teams/queries";

type Props = { places: PlaceRow[]; team: TeamNode; today: string; onClose: () => void };

/** Takes a person out of the team, or from its head, on a day. */
export function EndPlace({ places, team, today, onClose }: Props) {
  const t = useTranslations("teams.place");
  const words = useTranslations("words.teamRole");
  const form = useId();
  const { run, pending, fields } = useAct(endPlace);
  const [id, setId] = useState("");
  const [on, setOn] = useState(today);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run({ id, on })).ok) return;
    onClose();
    toast.success(t("ended", { name: places.find((place) => place.id === id)?.name ?? "" }));
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t("endTitle", { team: team.name })}
        description={t("endText")}
        footer={
          <Button type="submit" form={form} pending={pending}>
            {t("endSave")}
          </Button>
        }
      >
        <form id={form} onSubmit={submit} className="flex flex-col gap-3">
          <Field label={t("member")} required error={fields.id}>
            <Select
              placeholder={t("choose")}
              value={id}
              onChange={(event) => setId(event.target.value)}
              options={places.map((place) => ({
                value: place.id,
                label: `${place.name} · ${words(place.role)}`,
              }))}
            />
          </Field>
          <Field label={t("on")} required error={fields.on}>
            <DateInput today={today} value={on} onValueChange={setOn} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
