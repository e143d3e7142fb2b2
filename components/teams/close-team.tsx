"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { closeTeam } from "@/lib/features/teams/actions";
import type { TeamNode } from "@/lib/features/teams/queries";

export function CloseTeam({ team, today, onClose }: { team: TeamNode; today: string; onClose: () => void }) {
  const t = useTranslations("teams");
  const { run, pending, fields } = useAct(closeTeam);
  const [on, setOn] = useState(today);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("closeTitle", { team: team.name })}
      description={t("closeText")}
      confirm={t("closeSave")}
      pending={pending}
      onConfirm={async () => {
        if (!(await run({ id: team.id, version: team.version, on })).ok) return;
        onClose();
        toast.success(t("closedToast"));
      }}
    >
      <Field label={t("closeOn")} required error={fields.on}>
        <DateInput today={today} value={on} onValueChange={setOn} />
      </Field>
    </ConfirmDialog>
  );
}
