"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { currencies } from "@/lib/domain/currency";
import { numberSources } from "@/lib/domain/key-number";
import { setNumber } from "@/lib/features/numbers/actions";
import type { NumberRow, NumberValueRow } from "@/lib/features/numbers/queries";
import type { NumberForm } from "@/lib/features/numbers/schema";
import { day } from "@/lib/i18n/format";
import type { NumberPerson } from "./key-numbers";
import { useNumberText } from "./number-text";

type Props = {
  clientId: string;
  number: NumberRow;
  people: readonly NumberPerson[];
  currency: string;
  today: string;
  onClose: () => void;
};
type Values = Pick<NumberForm, "typed" | "currency" | "asOf" | "source" | "contactId" | "sourceNote">;

/** A new value of a key number; the old ones stay as its history. */
export default function NumberSheet({ clientId, number, people, currency, today, onClose }: Props) {
  const t = useTranslations("numbers.form");
  const numbers = useTranslations("numbers");
  const locale = useLocale();
  const textOf = useNumberText();
  const { run, pending, fields } = useAct(setNumber);
  const [after, setAfter] = useState(number.latest?.id ?? "");
  const [theirs, setTheirs] = useState<NumberValueRow>();
  const start: Values = {
    typed: "",
    currency: (number.latest?.currency ?? currency) as Values["currency"],
    asOf: today,
    source: "person",
    contactId: "",
    sourceNote: "",
  };
  const form = useStaleForm({
    key: `number:${clientId}:${number.kindId}`,
    start: { version: 0, values: start },
    save: async (values) => write(values, after),
    onSaved: () => {
      onClose();
      toast.success(t("saved", { name: number.name }));
    },
  });
  const { values, set } = form;

  // Nothing is overwritten here: somebody's newer value becomes history, once this person has seen it.
  async function write(sent: Values, seen: string) {
    const contactId = sent.source === "person" ? sent.contactId : "";
    const result = await run({ ...sent, contactId, clientId, kindId: number.kindId, after: seen });
    if (!result.ok && result.code === "conflict") {
      setTheirs((result.values as { theirs: NumberValueRow }).theirs);
      return { ok: false as const };
    }
    return result;
  }

  return (
    <FormSheet
      title={t("title", { name: number.name })}
      description={t("halfLife", { days: number.halfLifeDays })}
      form={form}
      errors={fields}
      pending={pending}
      words={{ label: () => t("value"), value: (_, value) => value }}
      onClose={onClose}
    >
      {theirs && (
        <ConflictNotice
          lines={[
            { label: t("value"), theirs: textOf(number, theirs), mine: values.typed },
            { label: t("asOf"), theirs: day(theirs.asOf, locale), mine: day(values.asOf, locale) },
          ]}
          onKeepTheirs={onClose}
          onKeepMine={() => {
            setAfter(theirs.id);
            setTheirs(undefined);
            form.submitWith(() => write(values, theirs.id));
          }}
          pending={pending}
        />
      )}
      <div className="grid grid-cols-[1fr_auto] gap-3">
        <Field
          label={t("value")}
          hint={t(`hint.${number.unit}`, { currency: values.currency })}
          error={fields.typed}
          required
        >
          <Input
            value={values.typed}
            maxLength={200}
            autoComplete="off"
            inputMode={number.unit === "text" ? undefined : "decimal"}
            onChange={(event) => set({ typed: event.target.value })}
          />
        </Field>
        {number.unit === "money" && (
          <Field label={t("currency")} error={fields.currency}>
            <Select
              value={values.currency}
              options={currencies.map((code) => ({ value: code, label: code }))}
              onChange={(event) => set({ currency: event.target.value as Values["currency"] })}
            />
          </Field>
        )}
      </div>
      <Field label={t("asOf")} error={fields.asOf}>
        <DateInput value={values.asOf} today={today} max={today} onValueChange={(asOf) => set({ asOf })} />
      </Field>
      <Field label={t("source")} error={fields.source}>
        <Select
          value={values.source}
          options={numberSources.map((source) => ({ value: source, label: numbers(`source.${source}`) }))}
          onChange={(event) => set({ source: event.target.value as Values["source"] })}
        />
      </Field>
      {values.source === "person" && (
        <Field label={t("who")} error={fields.contactId}>
          <Select
            value={values.contactId}
            placeholder={t("someone")}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set({ contactId: event.target.value })}
          />
        </Field>
      )}
      <Field label={t(`note.${values.source}`)} error={fields.sourceNote}>
        <Input
          value={values.sourceNote}
          maxLength={200}
          onChange={(event) => set({ sourceNote: event.target.value })}
        />
      </Field>
    </FormSheet>
  );
}
