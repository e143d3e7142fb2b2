"use client";

import { Mail, Phone, StickyNote, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/checkbox";
import { Segmented } from "@/components/ui/segmented";
import { countsAsTouch, type TouchKind, touchKinds } from "@/lib/domain/cadence";
import type { TouchDraft } from "./touch-values";

const icons = { call: Phone, message: Mail, meeting: Users, note: StickyNote };

type Props = { value: TouchDraft; change: (part: Partial<TouchDraft>) => void; pick: (kind: TouchKind) => void };

/** What it was, and whether it came about: the kinds bear the digits that choose them. */
export function KindFields({ value, change, pick }: Props) {
  const t = useTranslations("touches");
  const { kind } = value;
  return (
    <div className="grid gap-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">{t("kindLabel")}</legend>
        {touchKinds.map((one, at) => {
          const Icon = icons[one];
          return (
            <label
              key={one}
              className="relative inline-flex h-control items-center gap-1.5 rounded-md border border-line px-2.5 text-ink-2 hover:text-ink has-checked:border-green has-checked:bg-green-soft has-checked:text-green has-focus-visible:outline-2 has-focus-visible:outline-green"
            >
              <input
                type="radio"
                name="kind"
                value={one}
                checked={one === kind}
                onChange={() => pick(one)}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              <Icon aria-hidden size={15} />
              {t(`kind.${one}`)}
              <span aria-hidden className="text-2xs text-ink-3">
                {at + 1}
              </span>
            </label>
          );
        })}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {(kind === "call" || kind === "message") && (
          <Segmented
            label={t("form.direction")}
            value={value.direction}
            onChange={(direction) => change({ direction })}
            options={[
              { value: "out", label: t("form.out") },
              { value: "in", label: t("form.in") },
            ]}
          />
        )}
        {(kind === "call" || kind === "meeting") && (
          <CheckboxField
            label={t(kind === "call" ? "form.answered" : "form.held")}
            checked={value.answered}
            onChange={(event) => change({ answered: event.target.checked })}
          />
        )}
        {kind === "note" && (
          <CheckboxField
            label={t("form.private")}
            hint={t("form.privateHint")}
            checked={value.private}
            onChange={(event) => change({ private: event.target.checked })}
          />
        )}
        {kind !== "note" && !countsAsTouch(value) && <span className="text-ink-3 text-xs">{t("form.notContact")}</span>}
      </div>
    </div>
  );
}
