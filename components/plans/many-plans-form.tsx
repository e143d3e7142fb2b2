"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct, useErrorText } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { approvePlans, submitPlans } from "@/lib/features/plans/actions";
import type { PlanRow } from "@/lib/features/plans/queries";
import { PLANS_AT_ONCE } from "@/lib/features/plans/schema";
import { money } from "@/lib/i18n/format";

type Props = { step: "submit" | "approve"; plans: PlanRow[]; currency: string; onDone: () => void };

/** What is handed over or put in force, each with its figure; what could not go on says why and stays on the list. */
export default function ManyPlansForm({ step, plans, currency, onDone }: Props) {
  const t = useTranslations("plans.many");
  const words = useTranslations("plans");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const text = useErrorText();
  const form = useId();
  const submit = useAct(submitPlans);
  const approve = useAct(approvePlans);
  // Taken once: the list behind gets shorter as plans go on.
  const [listed] = useState(() => plans.slice(0, PLANS_AT_ONCE));
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState<ReadonlyMap<string, string> | null>(null);
  const chosen = listed.filter(({ versionId }) => !without.has(versionId));
  const pending = submit.pending || approve.pending;

  async function send(event: FormEvent) {
    event.preventDefault();
    const input = { plans: chosen.map(({ versionId, version }) => ({ versionId, version })) };
    const answer = await (step === "submit" ? submit : approve).run(input);
    if (!answer.ok) return;
    if (answer.value.done > 0) toast.success(t(`${step}.done`, { count: answer.value.done }));
    if (answer.value.left.length === 0) onDone();
    else setLeft(new Map(answer.value.left.map(({ versionId, code }) => [versionId, text(code)])));
  }

  const mark = (id: string, on: boolean) =>
    setWithout((before) => new Set(on ? [...before].filter((one) => one !== id) : [...before, id]));

  return (
    <DialogContent
      title={t(left ? "left" : `${step}.title`)}
      description={left ? undefined : t(`${step}.text`)}
      footer={
        left ? (
          <Button onClick={onDone}>{ui("close")}</Button>
        ) : (
          <>
            <DialogClose asChild>
              <Button variant="outline">{ui("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={form} pending={pending} disabled={chosen.length === 0}>
              {t(`${step}.confirm`, { count: chosen.length })}
            </Button>
          </>
        )
      }
    >
      <form id={form} onSubmit={send}>
        <ul className="rounded-lg border border-line">
          {listed
            .filter(({ versionId }) => !left || left.has(versionId))
            .map((plan) => (
              <li key={plan.versionId} className="flex items-start gap-3 border-hair border-b px-3 last:border-b-0">
                <div className="min-w-0 flex-1">
                  {left ? (
                    <p className="pt-1.5">{plan.memberName}</p>
                  ) : (
                    <CheckboxField
                      checked={!without.has(plan.versionId)}
                      onChange={(event) => mark(plan.versionId, event.target.checked)}
                      label={
                        <>
                          {plan.memberName} <span className="text-ink-3">· {words(`kind.${plan.kind}`)}</span>
                        </>
                      }
                    />
                  )}
                  {left && <p className="pb-1.5 text-red text-xs">{left.get(plan.versionId)}</p>}
                </div>
                <div className="py-1.5 text-right">
                  <p className="num" title={money(plan.figure, currency, locale)}>
                    {money(plan.figure, currency, locale, { short: true })}
                  </p>
                  {plan.standing && (
                    <p className="num text-ink-3 text-xs">
                      {words("list.standing", { sum: money(plan.standing.figure, currency, locale, { short: true }) })}
                    </p>
                  )}
                </div>
              </li>
            ))}
        </ul>
        {plans.length > PLANS_AT_ONCE && !left && (
          <p className="mt-1.5 text-ink-3 text-xs">{t("most", { count: PLANS_AT_ONCE })}</p>
        )}
      </form>
    </DialogContent>
  );
}
