"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { profileSections, questionKinds } from "@/lib/domain/profile";
import { addQuestion, editQuestion } from "@/lib/features/profile/actions";
import type { QuestionRow } from "@/lib/features/profile/queries";
import type { QuestionForm } from "@/lib/features/profile/schema";
import { ChoiceFields } from "./choice-fields";

type Props = { question?: QuestionRow; onClose: () => void };

function start(question?: QuestionRow): QuestionForm {
  return {
    section: question?.section ?? "processes",
    textRu: question?.textRu ?? "",
    textEn: question?.textEn ?? "",
    kind: question?.kind ?? "text",
    choices: (question?.choices ?? []).map(({ key, ru, en }) => ({ key, ru: ru ?? "", en: en ?? "" })),
    halfLifeDays: String(question?.halfLifeDays ?? 365),
  };
}

export default function QuestionSheet({ question, onClose }: Props) {
  const t = useTranslations("profile.questions");
  const words = useTranslations("profile");
  const add = useAct(addQuestion);
  const edit = useAct(editQuestion);
  const act = question ? edit : add;
  const form = useStaleForm({
    key: `question:${question?.id ?? "new"}`,
    start: { version: question?.version ?? 0, values: start(question) },
    save: (values, version) => (question ? edit.run({ ...values, id: question.id, version }) : add.run(values)),
    onSaved: () => {
      onClose();
      toast.success(question ? t("saved") : t("added"));
    },
  });
  const { values, set } = form;
  const { fields } = act;

  const labels = {
    section: t("section"),
    textRu: t("textRu"),
    textEn: t("textEn"),
    kind: t("kind"),
    choices: t("choices"),
    halfLifeDays: t("halfLife"),
  };

  function said(field: keyof QuestionForm, value: QuestionForm[keyof QuestionForm]): string {
    if (Array.isArray(value)) return value.map(({ ru, en }) => ru || en).join(", ");
    if (field === "section") return words(`section.${value as QuestionForm["section"]}`);
    return field === "kind" ? words(`kind.${value as QuestionForm["kind"]}`) : value;
  }

  return (
    <FormSheet
      title={question ? t("edit") : t("add")}
      form={form}
      errors={fields}
      pending={act.pending}
      words={{ label: (field) => labels[field], value: said }}
      onClose={onClose}
    >
      <Field label={t("textRu")} hint={t("oneText")} error={fields.textRu}>
        <Textarea
          rows={2}
          maxLength={300}
          value={values.textRu}
          onChange={(event) => set({ textRu: event.target.value })}
        />
      </Field>
      <Field label={t("textEn")} error={fields.textEn}>
        <Textarea
          rows={2}
          maxLength={300}
          value={values.textEn}
          onChange={(event) => set({ textEn: event.target.value })}
        />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("section")} error={fields.section}>
          <Select
            value={values.section}
            options={profileSections.map((section) => ({ value: section, label: words(`section.${section}`) }))}
            onChange={(event) => set({ section: event.target.value as QuestionForm["section"] })}
          />
        </Field>
        <Field label={t("kind")} error={fields.kind}>
          <Select
            value={values.kind}
            options={questionKinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
            onChange={(event) => set({ kind: event.target.value as QuestionForm["kind"] })}
          />
        </Field>
      </div>
      {values.kind === "choice" && (
        <ChoiceFields choices={values.choices} error={fields.choices} onChange={(choices) => set({ choices })} />
      )}
      <Field label={t("halfLife")} error={fields.halfLifeDays}>
        <Input
          value={values.halfLifeDays}
          maxLength={4}
          inputMode="numeric"
          onChange={(event) => set({ halfLifeDays: event.target.value })}
        />
      </Field>
    </FormSheet>
  );
}
