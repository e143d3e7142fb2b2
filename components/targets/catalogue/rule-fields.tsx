"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { MeasureForm } from "@/lib/features/targets/schema";

type Props = {
  values: MeasureForm;
  set: (change: Partial<MeasureForm>) => void;
  errors: Readonly<Record<string, string>>;
};

/** How attainment becomes a coefficient: as attained, up to a limit, or by steps. */
export function RuleFields({ values, set, errors }: Props) {
  const t = useTranslations("targets.catalogue");
  const change = (place: number, part: Partial<MeasureForm["steps"][number]>) =>
    set({ steps: values.steps.map((step, at) => (at === place ? { ...step, ...part } : step)) });
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("rule")} error={errors.rule}>
          <Select
            value={values.rule}
            options={(["linear", "steps"] as const).map((value) => ({ value, label: t(`rules.${value}`) }))}
            onChange={(event) => {
              const rule = event.target.value as MeasureForm["rule"];
              const first = values.steps.length === 0 ? [{ from: "", coefficient: "" }] : values.steps;
              set({ rule, steps: rule === "steps" ? first : values.steps });
            }}
          />
        </Field>
        {values.rule === "linear" && (
          <Field label={t("cap")} hint={t("capHint")} error={errors.cap}>
            <Input
              value={values.cap}
              maxLength={10}
              inputMode="decimal"
              onChange={(event) => set({ cap: event.target.value })}
            />
          </Field>
        )}
      </div>
      {values.rule === "steps" && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium text-ink-2 text-xs">{t("steps")}</legend>
          {values.steps.map((step, place) => (
            // A step has no name of its own: its place is what it is.
            <div key={String(place)} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
              {(["from", "coefficient"] as const).map((part) => (
                <Field key={part} label={t(part === "from" ? "step" : "coefficient")}>
                  <Input
                    value={step[part]}
                    maxLength={10}
                    inputMode="decimal"
                    onChange={(event) => change(place, { [part]: event.target.value })}
                  />
                </Field>
              ))}
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`${t("removeStep")}: ${step.from}`}
                onClick={() => set({ steps: values.steps.filter((_, at) => at !== place) })}
              >
                <X aria-hidden size={14} />
              </Button>
            </div>
          ))}
          {errors.steps && (
            <p role="alert" className="text-red text-xs">
              {errors.steps}
            </p>
          )}
          <Button
            variant="outline"
            className="justify-self-start"
            onClick={() => set({ steps: [...values.steps, { from: "", coefficient: "" }] })}
          >
            <Plus aria-hidden size={14} />
            {t("addStep")}
          </Button>
        </fieldset>
      )}
    </>
  );
}
