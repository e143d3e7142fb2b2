"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { currencies } from "@/lib/domain/currency";
import { saveRate } from "@/lib/features/products/actions";
import type { RateRow } from "@/lib/features/products/queries";
import type { RateForm } from "@/lib/features/products/schema";
import { day } from "@/lib/i18n/format";

type Props = { rate?: RateRow; currency: string; today: string; onClose: () => void };

/** What one unit of a currency cost on a day. */
export default function RateSheet({ rate, currency, today, onClose }: Props) {
  const t = useTranslations("products.rates");
  const words = useTranslations("products.form");
  const locale = useLocale();
  const { run, pending, fields } = useAct(saveRate);
  const foreign: readonly string[] = currencies.filter((code) => code !== currency);
  const typed = locale === "ru" ? rate?.rate.replace(".", ",") : rate?.rate;
  const form = useStaleForm({
    key: `rate:${rate?.id ?? "new"}`,
    start: {
      version: rate?.version ?? 0,
      values: {
        currency: rate?.currency ?? foreign.find((code) => code === "USD") ?? foreign[0] ?? "",
        onDay: rate?.onDay ?? today,
        rate: typed ?? "",
      } satisfies RateForm,
    },
    save: (values, version) => run({ ...values, id: rate?.id ?? null, version }),
    onSaved: () => {
      onClose();
      toast.success(t("saved"));
    },
  });
  const { values, set } = form;
  const choices = foreign.includes(values.currency) ? foreign : [...foreign, values.currency];
  const labels = { currency: t("currency"), onDay: t("day"), rate: t("rate", { currency }) };

  return (
    <FormSheet
      title={t(rate ? "edit" : "create")}
      confirm={rate ? undefined : words("add")}
      form={form}
      errors={fields}
      pending={pending}
      words={{
        label: (field) => labels[field],
        value: (field, value) => (field === "onDay" ? day(value, locale) : value),
      }}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={labels.currency} error={fields.currency}>
          <Select
            value={values.currency}
            options={choices.map((code) => ({ value: code, label: code }))}
            onChange={(event) => set({ currency: event.target.value })}
          />
        </Field>
        <Field label={labels.onDay} error={fields.onDay} required>
          <DateInput value={values.onDay} today={today} onValueChange={(onDay) => set({ onDay })} />
        </Field>
      </div>
      <Field label={labels.rate} hint={t("hint", { currency })} error={fields.rate} required>
        <Input
          value={values.rate}
          maxLength={40}
          autoComplete="off"
          inputMode="decimal"
          onChange={(event) => set({ rate: event.target.value })}
        />
      </Field>
    </FormSheet>
  );
}
