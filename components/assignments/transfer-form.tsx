"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Combobox } from "@/components/ui/combobox";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { assignmentRoles } from "@/lib/domain/assignment";
import { addDays } from "@/lib/domain/calendar-date";
import { DayChoice } from "./day-choice";
import { NOBODY, type TransferDraft } from "./transfer-draft";
import type { useReceivers } from "./use-receivers";

type Props = {
  id: string;
  draft: TransferDraft;
  onChange: (draft: TransferDraft) => void;
  onSubmit: () => void;
  people: ReturnType<typeof useReceivers>;
  fields: Record<string, string>;
};

/** First step: to whom, as what, from when, why. */
export function TransferForm({ id, draft, onChange, onSubmit, people, fields }: Props) {
  const t = useTranslations("assignments.order");
  const form = useRef<HTMLFormElement>(null);
  // The people come after the dialog has opened; then the first question is whom.
  const ready = people.answer !== undefined;
  useEffect(() => {
    if (ready) form.current?.querySelector<HTMLElement>("[role=combobox]")?.focus();
  }, [ready]);
  const set = (change: Partial<TransferDraft>) => onChange({ ...draft, ...change });
  const { answer } = people;
  if (people.failed)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3">
        {t("failed")}
        <Button variant="outline" size="sm" onClick={people.again}>
          {t("again")}
        </Button>
      </p>
    );
  if (!answer) return <Skeleton className="h-56 w-full" />;
  const { today } = answer;
  const options = answer.receivers.map((one) => ({
    value: one.id,
    label: one.name,
    hint: t("personHint", { team: one.team ?? t("noTeam"), count: one.clients }),
  }));
  if (draft.role === "primary") options.push({ value: NOBODY, label: t("toNobody"), hint: "" });
  return (
    <form
      ref={form}
      id={id}
      className="flex flex-col gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div className="flex flex-col items-start gap-1">
        <Segmented
          label={t("as")}
          value={draft.role}
          onChange={(role) => set({ role, to: draft.to?.value === NOBODY ? null : draft.to })}
          options={assignmentRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <p className="text-ink-3 text-xs">{t(`roleHint.${draft.role}`)}</p>
      </div>
      <Field label={t("to")} required error={fields.to}>
        <Combobox
          label={t("to")}
          placeholder={t("toPlaceholder")}
          value={draft.to}
          options={options}
          onValueChange={(to) => set({ to })}
        />
      </Field>
      <DayChoice legend={t("from")} today={today} value={draft.on} onChange={(on) => set({ on })} error={fields.on} />
      {draft.role !== "primary" && (
        <div className="flex flex-wrap items-end gap-x-2 gap-y-1.5">
          <Field
            label={t("last")}
            required={draft.role === "deputy"}
            optional={draft.role === "specialist"}
            error={fields.until}
            hint={draft.last || draft.role === "deputy" ? t("lastHint") : t("lastOpen")}
          >
            <DateInput value={draft.last} today={today} min={draft.on} onValueChange={(last) => set({ last })} />
          </Field>
          <span className="flex sm:mb-5.5 flex-wrap gap-1.5">
            {[1, 2, 4].map((weeks) => (
              <Chip
                key={weeks}
                active={draft.last === addDays(draft.on, weeks * 7 - 1)}
                onClick={() => set({ last: addDays(draft.on, weeks * 7 - 1) })}
              >
                {t("weeks", { count: weeks })}
              </Chip>
            ))}
          </span>
        </div>
      )}
      {draft.role === "specialist" && (
        <Field label={t("share")} optional hint={t("shareHint")} error={fields.share}>
          <Input
            inputMode="decimal"
            className="max-w-24"
            value={draft.share}
            onChange={(event) => set({ share: event.target.value })}
          />
        </Field>
      )}
      <Field label={t("reason")} optional hint={t("reasonHint")} error={fields.reason}>
        <Textarea
          rows={2}
          maxLength={300}
          className="min-h-12"
          value={draft.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </Field>
    </form>
  );
}
