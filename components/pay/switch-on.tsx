"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { addMonths } from "@/lib/domain/calendar-date";
import { payPeriodAt } from "@/lib/domain/pay/pay-period";
import { activatePayPlan } from "@/lib/features/pay/actions";
import type { PayPlanPage, PayPlanRow } from "@/lib/features/pay/queries/plans";
import { periodWords } from "@/lib/i18n/pay-words";
import { monthChoices } from "./month-choices";

/** Puts a saved draft in force from a month, after a question. */
export function SwitchOn(props: {
  plan: PayPlanRow;
  draft: PayPlanRow["versions"][number];
  page: Pick<PayPlanPage, "today" | "fiscalStartMonth">;
  changed: boolean;
}) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const { plan, draft } = props;
  const { today, fiscalStartMonth } = props.page;
  const { run, pending, fields } = useAct(activatePayPlan);
  const last = plan.versions.find(({ status }) => status === "active")?.inForceFrom ?? "";
  const months = monthChoices(today, plan.months, fiscalStartMonth).filter((month) => month > last);
  const usual = months.find((month) => month > today) ?? months[0] ?? addMonths(today, 1);
  const [from, setFrom] = useState(
    plan.people === 0 ? payPeriodAt(today, plan.months, fiscalStartMonth).startsOn : usual,
  );
  const [asking, setAsking] = useState(false);
  const chosen = months.includes(from) ? from : usual;
  const words = (month: string) => periodWords({ startsOn: month, months: 1 }, locale);
  const number = String(draft.number);

  async function switchOn() {
    const result = await run({ versionId: draft.id, version: draft.version, from: chosen });
    setAsking(false);
    if (result.ok) toast.success(t("switchedOn", { number, month: words(chosen) }));
  }

  return (
    <Section title={t("switchOn")}>
      <p className="text-ink-2">{t("switchOnHint")}</p>
      <div className="mt-2.5 flex flex-wrap items-start gap-2">
        <Field label={t("switchOnFrom")} error={fields.from} className="w-36">
          <Select
            value={chosen}
            onChange={(event) => setFrom(event.target.value)}
            options={months.map((month) => ({ value: month, label: words(month) }))}
          />
        </Field>
        <div className="pt-5">
          <Button disabled={props.changed} onClick={() => setAsking(true)}>
            {t("switchOn")}
          </Button>
        </div>
      </div>
      {props.changed && <p className="mt-2 text-ink-3 text-xs">{t("saveFirst")}</p>}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("switchOnTitle", { number })}
        description={t("switchOnText", { month: words(chosen), people: t("people", { count: plan.people }) })}
        confirm={t("switchOn")}
        tone="default"
        pending={pending}
        onConfirm={switchOn}
      />
    </Section>
  );
}
