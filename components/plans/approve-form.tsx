"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { addDays, addMonths, laterOf } from "@/lib/domain/calendar-date";
import { approvePlan } from "@/lib/features/plans/actions";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { longDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";

/** From when a version decides: the first day of the plan, or of the running month where another one has decided so far. */
export function ApproveForm({ sheet, locale, onDone }: { sheet: PlanSheet; locale: Locale; onDone: () => void }) {
  const t = useTranslations("plans.act");
  const ui = useTranslations("ui");
  const form = useId();
  const { run, pending, fields } = useAct(approvePlan);
  const number = sheet.versions.find(({ id }) => id === sheet.id)?.number ?? 1;
  const standing = sheet.versions.find(({ status }) => status === "approved")?.inForceFrom;
  const usual = number === 1 ? sheet.startsOn : laterOf(sheet.startsOn, `${sheet.today.slice(0, 7)}-01`);
  const [from, setFrom] = useState<string>(usual);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ versionId: sheet.id, version: sheet.version, inForceFrom: from || undefined });
    if (!result.ok) return;
    onDone();
    toast.success(t("approved", { day: longDay(result.value.inForceFrom, locale) }));
  }

  return (
    <DialogContent
      size="sm"
      title={t("approveTitle", { number: String(number) })}
      description={t("approveText")}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={form} pending={pending}>
            {t("approve")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t("inForceFrom")} error={fields.inForceFrom}>
          <DateInput
            value={from}
            onValueChange={setFrom}
            today={sheet.today}
            min={standing ?? sheet.startsOn}
            max={addDays(addMonths(sheet.startsOn, 12), -1)}
          />
        </Field>
      </form>
    </DialogContent>
  );
}
