"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Choice = { key: string; ru: string; en: string };
type Props = { choices: readonly Choice[]; error?: string; onChange: (choices: Choice[]) => void };

/** The answers of a question with a choice, in both languages. */
export function ChoiceFields({ choices, error, onChange }: Props) {
  const t = useTranslations("profile.questions");
  const change = (choice: Choice, next: Partial<Choice>) =>
    onChange(choices.map((one) => (one === choice ? { ...one, ...next } : one)));
  return (
    <FieldSet legend={t("choices")} error={error}>
      {Object.entries(choices).map(([place, choice]) => {
        const at = String(Number(place) + 1);
        return (
          <div key={place} className="grid grid-cols-[1fr_1fr_auto] gap-1.5 pb-1.5">
            <Field label={t("choiceRu", { at })} hideLabel>
              <Input
                value={choice.ru}
                maxLength={80}
                placeholder={t("choiceRu", { at })}
                onChange={(event) => change(choice, { ru: event.target.value })}
              />
            </Field>
            <Field label={t("choiceEn", { at })} hideLabel>
              <Input
                value={choice.en}
                maxLength={80}
                placeholder={t("choiceEn", { at })}
                onChange={(event) => change(choice, { en: event.target.value })}
              />
            </Field>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("removeChoice", { at })}
              onClick={() => onChange(choices.filter((one) => one !== choice))}
            >
              <X aria-hidden size={15} />
            </Button>
          </div>
        );
      })}
      <span>
        <Button variant="ghost" size="sm" onClick={() => onChange([...choices, { key: "", ru: "", en: "" }])}>
          <Plus aria-hidden size={14} />
          {t("addChoice")}
        </Button>
      </span>
    </FieldSet>
  );
}
