"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { endPlace } from "@/lib/features/teams/actions";
import type { PlaceRow, TeamNode } from "@/lib/features/teams/queries";

type Props = { place: PlaceRow; team: TeamNode; today: string; onClose: () => void };

export function EndPlace({ place, team, today, onClose }: Props) {
  const t = useTranslations("teams.place");
  const { name } = place;
  const { run, pending, fields } = useAct(endPlace);
  const [on, setOn] = useState(today);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("endTitle", { name, team: team.name })}
      description={t("endText")}
      confirm={t("endSave")}
      pending={pending}
      onConfirm={async () => {
        if (!(await run({ id: place.id, on })).ok) return;
        onClose();
        toast.success(t("ended", { name }));
      }}
    >
      <Field label={t("on")} required error={fields.on}>
        <DateInput today={today} value={on} onValueChange={setOn} />
      </Field>
    </ConfirmDialog>
  );
}
