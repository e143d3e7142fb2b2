"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { payPeriodAt } from "@/lib/domain/pay/pay-period";
import { assignPayPlan } from "@/lib/features/pay/actions";
import type { PayHolder, PayPlansPage } from "@/lib/features/pay/queries/plans";
import { periodWords } from "@/lib/i18n/pay-words";
import { monthChoices } from "./month-choices";
import { writer } from "./plan-values";

type Props = { page: PayPlansPage; holder: PayHolder };

/** Gives somebody a plan from a month on, or ends the one there is. */
export function AssignButton(props: Props) {
  const t = useTranslations("payPlans");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" variant="outline" aria-label={t("assign", { name: props.holder.name })}>
          {t(props.holder.current || props.holder.next ? "change" : "giveFirst")}
        </Button>
      </DialogTrigger>
      {open && <AssignForm {...props} onDone={() => setOpen(false)} />}
    </Dialog>
  );
}

function AssignForm({ page, holder, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("payPlans");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const id = useId();
  const { run, pending, fields } = useAct(assignPayPlan);
  const { plans, today, fiscalStartMonth, currency } = page;
  const [planId, setPlanId] = useState(holder.current?.planId ?? plans[0]?.id ?? "");
  const [base, setBase] = useState(writer(currency, locale).amount(holder.current?.base ?? null));
  const chosen = plans.find((plan) => plan.id === planId);
  const months = monthChoices(today, chosen?.months ?? 1, fiscalStartMonth);
  const now = payPeriodAt(today, chosen?.months ?? 1, fiscalStartMonth).startsOn;
  const [from, setFrom] = useState(now);
  const month = months.includes(from) ? from : now;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ memberId: holder.memberId, planId, from: month, base: chosen ? base : "" });
    if (!result.ok) return;
    const told = { name: holder.name, month: periodWords({ startsOn: month, months: 1 }, locale) };
    toast.success(chosen ? t("assigned", { ...told, plan: chosen.name }) : t("ended", told));
    onDone();
  }

  return (
    <DialogContent
      size="sm"
      title={t("assignTitle", { name: holder.name })}
      description={t("assignText")}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={id} pending={pending}>
            {t(chosen ? "give" : "end")}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} className="grid gap-3" noValidate>
        <Field label={t("chosen")} error={fields.planId}>
          <Select
            value={planId}
            onChange={(event) => setPlanId(event.target.value)}
            placeholder={t("without")}
            options={plans.map((plan) => ({
              value: plan.id,
              label: plan.versions.some(({ status }) => status === "active")
                ? plan.name
                : `${plan.name} (${t("notInForce")})`,
            }))}
          />
        </Field>
        <Field label={t("fromMonth")} error={fields.from}>
          <Select
            value={month}
            onChange={(event) => setFrom(event.target.value)}
            options={months.map((one) => ({ value: one, label: periodWords({ startsOn: one, months: 1 }, locale) }))}
          />
        </Field>
        {chosen && (
          <Field label={`${t("base")}, ${currency}`} hint={t("baseHint")} error={fields.base}>
            <Input
              inputMode="decimal"
              maxLength={30}
              className="num"
              value={base}
              onChange={(event) => setBase(event.target.value)}
            />
          </Field>
        )}
      </form>
    </DialogContent>
  );
}
