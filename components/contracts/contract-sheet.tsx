"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAct } from "@/components/ui/act";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { contractStatuses, contractTyped } from "@/lib/domain/contract";
import { currencies } from "@/lib/domain/currency";
import { saveContract } from "@/lib/features/contracts/actions";
import type { ContractRow } from "@/lib/features/contracts/queries";
import type { ContractForm } from "@/lib/features/contracts/schema";
import { day } from "@/lib/i18n/format";
import { OwnerNeeded } from "./owner-needed";

type Props = {
  clientId: string;
  contract?: ContractRow;
  owned: boolean;
  assign: ReactNode;
  currency: string;
  today: string;
  onClose: () => void;
};

const empty = {
  number: "",
  status: "draft" as const,
  signedOn: null,
  startsOn: null,
  endsOn: null,
  amount: null,
  currency: null,
  note: null,
};
const days: readonly (keyof ContractForm)[] = ["signedOn", "startsOn", "endsOn"];

export default function ContractSheet({ clientId, contract, owned, assign, currency, today, onClose }: Props) {
  const t = useTranslations("contracts");
  const words = useTranslations("contracts.form");
  const locale = useLocale();
  const { run, pending, fields } = useAct(saveContract);
  const form = useStaleForm({
    key: `contract:${contract?.id ?? `new:${clientId}`}`,
    start: {
      version: contract?.version ?? 0,
      values: contractTyped(contract ?? empty, currency, locale === "ru" ? "," : "."),
    },
    save: (values, version) => run({ ...values, clientId, id: contract?.id ?? null, version }),
    onSaved: () => {
      onClose();
      toast.success(words(contract ? "saved" : "created"));
    },
  });
  const { values, set } = form;
  const signs = values.status === "signed" && contract?.status !== "signed";
  const codes: readonly string[] = currencies;
  const labels: Record<keyof ContractForm, string> = {
    number: t("number"),
    status: t("status.label"),
    signedOn: t("signedOn"),
    startsOn: t("startsOn"),
    endsOn: t("endsOn"),
    amount: t("amount"),
    currency: words("currency"),
    note: t("note"),
  };

  function said(field: keyof ContractForm, value: string): string {
    if (field === "status") return t(`status.${value as ContractForm["status"]}`);
    return value && days.includes(field) ? day(value, locale) : value;
  }

  // Whoever signs today should not have to say so.
  function choose(status: ContractForm["status"]) {
    set(status === "signed" && values.signedOn === "" ? { status, signedOn: today } : { status });
  }

  return (
    <FormSheet
      title={words(contract ? "edit" : "create")}
      confirm={contract ? undefined : words("add")}
      form={form}
      errors={fields}
      pending={pending}
      words={{ label: (field) => labels[field], value: said }}
      onClose={onClose}
    >
      <Field label={labels.number} error={fields.number} required>
        <Input value={values.number} maxLength={60} onChange={(event) => set({ number: event.target.value })} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={labels.status} error={fields.status}>
          <Select
            value={values.status}
            options={contractStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
            onChange={(event) => choose(event.target.value as ContractForm["status"])}
          />
        </Field>
        <Field label={labels.signedOn} error={fields.signedOn} required={values.status !== "draft"}>
          <DateInput value={values.signedOn} today={today} onValueChange={(signedOn) => set({ signedOn })} />
        </Field>
      </div>
      {signs && !owned && <OwnerNeeded assign={assign}>{t("noOwner")}</OwnerNeeded>}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={labels.startsOn} error={fields.startsOn}>
          <DateInput value={values.startsOn} today={today} onValueChange={(startsOn) => set({ startsOn })} />
        </Field>
        <Field
          label={labels.endsOn}
          hint={words("endsOnHint")}
          error={fields.endsOn}
          required={values.status === "ended"}
        >
          <DateInput value={values.endsOn} today={today} onValueChange={(endsOn) => set({ endsOn })} />
        </Field>
      </div>
      <div className="grid grid-cols-[1fr_auto] gap-3">
        <Field label={labels.amount} error={fields.amount}>
          <Input
            value={values.amount}
            maxLength={60}
            autoComplete="off"
            inputMode="decimal"
            onChange={(event) => set({ amount: event.target.value })}
          />
        </Field>
        <Field label={labels.currency} error={fields.currency}>
          <Select
            value={values.currency}
            options={(codes.includes(values.currency) ? codes : [...codes, values.currency]).map((code) => ({
              value: code,
              label: code,
            }))}
            onChange={(event) => set({ currency: event.target.value })}
          />
        </Field>
      </div>
      <Field label={labels.note} error={fields.note}>
        <Textarea value={values.note} maxLength={4000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </FormSheet>
  );
}
