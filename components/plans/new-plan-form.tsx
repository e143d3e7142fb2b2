"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { DraftNotice } from "@/components/ui/draft-notice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { createPlan } from "@/lib/features/plans/actions";
import type { PlanHolder, PlanList } from "@/lib/features/plans/queries";
import { money } from "@/lib/i18n/format";
import { amountText, roundFigure, typedAmount } from "./amount-input";
import { growthOf, SplitFields, type SplitValues } from "./split-fields";

const ways = ["clients", "month", "quarter", "year"] as const;

export default function NewPlanForm({ plans }: { plans: Pick<PlanList, "holders" | "year" | "currency" | "me"> }) {
  const t = useTranslations("plans");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const router = useRouter();
  const form = useId();
  const { run, pending, fields } = useAct(createPlan);
  const first = plans.holders.find(({ id }) => id === plans.me) ?? plans.holders[0];
  const draft = useDraft(`new-plan:${plans.year}`, {
    memberId: first?.id ?? "",
    kind: first?.kinds[0] ?? "book",
    figure: "",
    by: "clients" as (typeof ways)[number],
    split: { basis: "last-year", growth: "0", profile: "client" } as SplitValues,
  });
  const [faults, setFaults] = useState<{ figure?: string; growth?: string }>({});
  const { value, set } = draft;
  const holder: PlanHolder | undefined = plans.holders.find(({ id }) => id === value.memberId) ?? first;
  const kind = holder?.kinds.includes(value.kind) ? value.kind : (holder?.kinds[0] ?? "book");
  const by = kind !== "book" && value.by === "clients" ? "quarter" : value.by;
  const growth = growthOf(value.split.growth);
  const last = kind === "book" ? (holder?.lastYear ?? 0n) : 0n;
  const suggested = growth === null || last <= 0n ? null : roundFigure((last * BigInt(growth)) / 10_000n);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const figure = typedAmount(value.figure, plans.currency, locale);
    const wrong = {
      figure: figure === null || figure === undefined || figure < 0n ? t("form.notAmount") : undefined,
      growth: growth === null ? t("form.notAmount") : undefined,
    };
    setFaults(wrong);
    if (wrong.figure || wrong.growth || !holder) return;
    const { basis, profile } = value.split;
    const input = { kind, memberId: holder.id, year: plans.year, figure: String(figure), by, basis, growth, profile };
    const result = await run(input);
    if (!result.ok) return;
    draft.forget();
    toast.success(t("form.created"));
    router.push(`/plans/${result.value.versionId}` as Route);
  }

  return (
    <DialogContent
      title={`${t("form.new")} · ${t("fiscal", { year: String(plans.year) })}`}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={form} pending={pending}>
            {t("form.create")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <DraftNotice shown={draft.restored} onDiscard={() => draft.forget()} />
        <Field label={t("form.whose")} className="sm:col-span-1">
          <Select
            value={holder?.id}
            onChange={(event) => set({ ...value, memberId: event.target.value })}
            options={plans.holders.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={t("form.kind")} error={fields.kind}>
          <Select
            value={kind}
            onChange={(event) =>
              set({ ...value, kind: holder?.kinds.find((one) => one === event.target.value) ?? kind })
            }
            options={(holder?.kinds ?? []).map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          />
        </Field>
        <Field
          label={t("form.figure")}
          required
          error={faults.figure ?? fields.figure}
          hint={
            last > 0n ? t("form.figureHint", { sum: money(last, plans.currency, locale, { short: true }) }) : undefined
          }
        >
          <Input
            inputMode="decimal"
            maxLength={30}
            value={value.figure}
            onChange={(event) => set({ ...value, figure: event.target.value })}
          />
        </Field>
        <Field label={t("form.by")} error={fields.by}>
          <Select
            value={by}
            onChange={(event) => set({ ...value, by: ways.find((one) => one === event.target.value) ?? by })}
            options={ways
              .filter((one) => kind === "book" || one !== "clients")
              .map((one) => ({ value: one, label: t(`form.byOf.${one}`) }))}
          />
        </Field>
        <SplitFields
          value={value.split}
          set={(split) => set({ ...value, split })}
          withClients={by === "clients"}
          growthError={faults.growth}
        />
        {suggested !== null && (
          <div className="flex items-end">
            <Button
              variant="outline"
              onClick={() => set({ ...value, figure: amountText(suggested, plans.currency, locale) })}
            >
              {t("form.suggest", { sum: money(suggested, plans.currency, locale, { short: true }) })}
            </Button>
          </div>
        )}
      </form>
    </DialogContent>
  );
}
