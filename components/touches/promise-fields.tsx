"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Field, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { newPromise, type PromiseDraft, type TouchDraft } from "./touch-values";

type Props = {
  value: TouchDraft;
  change: (part: Partial<TouchDraft>) => void;
  fields: Record<string, string>;
  today: string;
};

/** What both sides promised in that talk. */
export function PromiseFields({ value, change, fields, today }: Props) {
  const t = useTranslations("touches.form");
  const { promises } = value;
  const set = (key: string, part: Partial<PromiseDraft>) =>
    change({ promises: promises.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  // Lines that are empty are not sent, so the server counts without them.
  const sent = promises.filter(({ text }) => text.trim() !== "");
  return (
    <FieldSet legend={t("promises")} error={fields.promises}>
      {promises.map((promise) => {
        const at = sent.indexOf(promise);
        return (
          <div key={promise.key} className="flex flex-wrap items-start gap-2 border-hair border-b py-1.5">
            <Segmented
              label={t("side")}
              className="mt-0.5"
              value={promise.side}
              onChange={(side) => set(promise.key, { side })}
              options={[
                { value: "ours", label: t("ours") },
                { value: "theirs", label: t("theirs") },
              ]}
            />
            <Field label={t("promiseText")} hideLabel className="min-w-44 flex-1" error={fields[`promises.${at}.text`]}>
              <Input
                value={promise.text}
                maxLength={500}
                placeholder={t("promiseText")}
                onChange={(event) => set(promise.key, { text: event.target.value })}
              />
            </Field>
            <Field label={t("due")} hideLabel className="w-32" error={fields[`promises.${at}.dueOn`]}>
              <DateInput value={promise.dueOn} today={today} onValueChange={(dueOn) => set(promise.key, { dueOn })} />
            </Field>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("removePromise")}
              onClick={() => change({ promises: promises.filter(({ key }) => key !== promise.key) })}
            >
              <X aria-hidden size={14} />
            </Button>
          </div>
        );
      })}
      <Button
        variant="ghost"
        size="sm"
        className="self-start"
        onClick={() => change({ promises: [...promises, newPromise(today)] })}
      >
        <Plus aria-hidden size={14} />
        {t("addPromise")}
      </Button>
    </FieldSet>
  );
}
