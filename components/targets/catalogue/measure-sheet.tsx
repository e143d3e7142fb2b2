"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { directions } from "@/lib/domain/kpi";
import { gatherings } from "@/lib/domain/kpi-target";
import { markOf } from "@/lib/domain/typed-amount";
import { saveMeasure } from "@/lib/features/targets/actions";
import type { MeasureRow } from "@/lib/features/targets/queries/measures";
import { type MeasureForm, measureForm, units } from "@/lib/features/targets/schema";
import { measureName } from "@/lib/i18n/measure-text";
import { FormulaField } from "./formula-field";
import { RuleFields } from "./rule-fields";

type Props = { measure?: MeasureRow; all: readonly MeasureRow[]; onClose: () => void };

export default function MeasureSheet({ measure, all, onClose }: Props) {
  const t = useTranslations("targets.catalogue");
  const locale = useLocale();
  const act = useAct(saveMeasure);
  const form = useStaleForm({
    key: `measure:${measure?.id ?? "new"}`,
    start: { version: measure?.version ?? 0, values: measureForm(measure, markOf(locale)) },
    save: (values, version) => act.run({ ...values, id: measure?.id ?? "", version }),
    onSaved: () => {
      onClose();
      toast.success(measure ? t("saved") : t("added", { name: measureName(values, locale) }));
    },
  });
  const { values, set } = form;
  const { fields } = act;
  const name = (one: MeasureRow) => measureName(one, locale);

  function said(field: keyof MeasureForm, value: MeasureForm[keyof MeasureForm]): string {
    if (typeof value !== "string") return value.map(({ from, coefficient }) => `${from} → ${coefficient}`).join("; ");
    if (field === "kind") return t(`kinds.${value as MeasureForm["kind"]}`);
    if (field === "unit") return t(`units.${value as MeasureForm["unit"]}`);
    if (field === "direction") return t(`directions.${value as MeasureForm["direction"]}`);
    if (field === "gathering") return t(`gatherings.${value as MeasureForm["gathering"]}`);
    return field === "rule" ? t(`rules.${value as MeasureForm["rule"]}`) : value;
  }

  const line = (field: "nameRu" | "nameEn" | "code" | "weight", max: number, hint?: string) => (
    <Field label={t(field)} hint={hint} error={fields[field]} required={field !== "weight"}>
      <Input
        value={values[field]}
        maxLength={max}
        inputMode={field === "weight" ? "decimal" : undefined}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
  const choice = (
    field: "kind" | "unit" | "digits" | "direction" | "gathering",
    options: { value: string; label: string }[],
    hint?: string,
  ) => (
    <Field label={t(field)} hint={hint} error={fields[field]}>
      <Select
        value={values[field]}
        options={options}
        onChange={(event) => set({ [field]: event.target.value } as Partial<MeasureForm>)}
      />
    </Field>
  );
  return (
    <FormSheet
      title={measure ? t("edit", { name: name(measure) }) : t("add")}
      form={form}
      errors={fields}
      pending={act.pending}
      words={{ label: (field) => t(field), value: said }}
      onClose={onClose}
    >
      {line("nameRu", 80)}
      {line("nameEn", 80)}
      {/* What figures stand in already is no longer chosen: code, kind, unit and digits. */}
      {measure === undefined && line("code", 40, t("codeHint"))}
      {measure === undefined &&
        choice(
          "kind",
          (["formula", "entered"] as const).map((value) => ({ value, label: t(`kinds.${value}`) })),
        )}
      {values.kind === "formula" && (
        <FormulaField
          value={values.formula}
          onChange={(formula) => set({ formula })}
          measures={all.filter(({ kind, archived }) => kind !== "formula" && !archived)}
          error={fields.formula}
        />
      )}
      {measure === undefined && (
        <div className="grid gap-3 sm:grid-cols-2">
          {choice(
            "unit",
            units.map((value) => ({ value, label: t(`units.${value}`) })),
          )}
          {values.unit === "number" &&
            choice(
              "digits",
              ["0", "1", "2", "3"].map((value) => ({ value, label: value })),
            )}
        </div>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {choice(
          "direction",
          directions.map((value) => ({ value, label: t(`directions.${value}`) })),
        )}
        {values.kind !== "computed" &&
          choice(
            "gathering",
            gatherings.map((value) => ({ value, label: t(`gatherings.${value}`) })),
            t("gatheringHint"),
          )}
      </div>
      {line("weight", 10)}
      <RuleFields values={values} set={set} errors={fields} />
    </FormSheet>
  );
}
