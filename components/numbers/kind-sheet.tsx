"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { numberTopics, numberUnits } from "@/lib/domain/key-number";
import { addNumberKind, editNumberKind } from "@/lib/features/numbers/actions";
import type { KindRow } from "@/lib/features/numbers/queries";
import type { KindForm } from "@/lib/features/numbers/schema";

type Props = { kind?: KindRow; onClose: () => void };

export default function KindSheet({ kind, onClose }: Props) {
  const t = useTranslations("numbers.kinds");
  const words = useTranslations("numbers");
  const add = useAct(addNumberKind);
  const edit = useAct(editNumberKind);
  const act = kind ? edit : add;
  const start: KindForm = {
    nameRu: kind?.nameRu ?? "",
    nameEn: kind?.nameEn ?? "",
    topic: kind?.topic ?? "terms",
    unit: kind?.unit ?? "money",
    measureRu: kind?.measureRu ?? "",
    measureEn: kind?.measureEn ?? "",
    halfLifeDays: String(kind?.halfLifeDays ?? 180),
    inHeader: kind?.inHeader ?? false,
  };
  const form = useStaleForm({
    key: `number-kind:${kind?.kindId ?? "new"}`,
    start: { version: kind?.version ?? 0, values: start },
    save: (values, version) => (kind ? edit.run({ ...values, id: kind.kindId, version }) : add.run(values)),
    onSaved: () => {
      onClose();
      toast.success(kind ? t("saved") : t("added", { name: values.nameRu.trim() || values.nameEn.trim() }));
    },
  });
  const { values, set } = form;
  const { fields } = act;

  function said(field: keyof KindForm, value: KindForm[keyof KindForm]): string {
    if (typeof value === "boolean") return value ? t("yes") : t("no");
    if (field === "topic") return words(`topic.${value as KindForm["topic"]}`);
    return field === "unit" ? words(`unit.${value as KindForm["unit"]}`) : value;
  }

  const line = (
    field: "nameRu" | "nameEn" | "measureRu" | "measureEn" | "halfLifeDays",
    max: number,
    hint?: string,
  ) => (
    <Field label={t(field === "halfLifeDays" ? "halfLife" : field)} hint={hint} error={fields[field]}>
      <Input
        value={values[field]}
        maxLength={max}
        inputMode={field === "halfLifeDays" ? "numeric" : undefined}
        onChange={(event) => set({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <FormSheet
      title={kind ? t("edit", { name: kind.nameRu ?? kind.nameEn ?? "" }) : t("add")}
      form={form}
      errors={fields}
      pending={act.pending}
      words={{ label: (field) => t(field === "halfLifeDays" ? "halfLife" : field), value: said }}
      onClose={onClose}
    >
      {line("nameRu", 120, t("oneName"))}
      {line("nameEn", 120)}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("topic")} error={fields.topic}>
          <Select
            value={values.topic}
            options={numberTopics.map((topic) => ({ value: topic, label: words(`topic.${topic}`) }))}
            onChange={(event) => set({ topic: event.target.value as KindForm["topic"] })}
          />
        </Field>
        <Field label={t("unit")} error={fields.unit}>
          <Select
            value={values.unit}
            options={numberUnits.map((unit) => ({ value: unit, label: words(`unit.${unit}`) }))}
            onChange={(event) => set({ unit: event.target.value as KindForm["unit"] })}
          />
        </Field>
      </div>
      {values.unit === "pieces" && (
        <div className="grid gap-3 sm:grid-cols-2">
          {line("measureRu", 20)}
          {line("measureEn", 20)}
        </div>
      )}
      {line("halfLifeDays", 4, t("halfLifeHint"))}
      <CheckboxField
        label={t("inHeader")}
        checked={values.inHeader}
        onChange={(event) => set({ inHeader: event.target.checked })}
      />
    </FormSheet>
  );
}
