"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { DateInput } from "@/components/ui/date-input";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { needKinds, needStatuses } from "@/lib/domain/need";
import { createNeed, updateNeed } from "@/lib/features/needs/actions";
import type { NeedRow } from "@/lib/features/needs/queries";
import type { NeedForm } from "@/lib/features/needs/schema";
import { day } from "@/lib/i18n/format";
import type { NeedPerson } from "./need-list";

type Props = {
  clientId: string;
  need?: NeedRow;
  people: readonly NeedPerson[];
  today: string;
  onClose: () => void;
};

function start({ clientId, need, today }: Props): NeedForm {
  return {
    clientId,
    kind: need?.kind ?? "need",
    title: need?.title ?? "",
    detail: need?.detail ?? "",
    contactId: need?.contactId ?? "",
    raisedOn: need?.raisedOn ?? today,
    status: need?.status ?? "open",
    offer: need?.offer ?? "",
    dropReason: need?.dropReason ?? "",
  };
}

export default function NeedSheet(props: Props) {
  const { clientId, need, people, today, onClose } = props;
  const t = useTranslations("needs.form");
  const words = useTranslations("needs");
  const locale = useLocale();
  const create = useAct(createNeed);
  const update = useAct(updateNeed);
  const act = need ? update : create;
  const form = useStaleForm({
    key: `need:${need?.id ?? `new:${clientId}`}`,
    start: { version: need?.version ?? 0, values: start(props) },
    save: (values, version) => (need ? update.run({ ...values, id: need.id, version }) : create.run(values)),
    onSaved: () => {
      onClose();
      toast.success(need ? t("saved") : t("created"));
    },
  });
  const { values, set } = form;
  const labels = {
    clientId: "",
    kind: t("kind"),
    title: t("title"),
    detail: t("detail"),
    contactId: t("contact"),
    raisedOn: t("raisedOn"),
    status: t("status"),
    offer: t("offer"),
    dropReason: t("dropReason"),
  };

  function said(field: keyof NeedForm, value: string): string {
    if (field === "kind") return words(`kind.${value as NeedForm["kind"]}`);
    if (field === "status") return words(`status.${value as NeedForm["status"]}`);
    if (field === "raisedOn" && value) return day(value, locale);
    if (field === "contactId") return people.find(({ id }) => id === value)?.name ?? t("nobody");
    return value;
  }

  return (
    <FormSheet
      title={need ? t("edit") : t("create")}
      confirm={need ? undefined : t("add")}
      form={form}
      errors={act.fields}
      pending={act.pending}
      words={{ label: (field) => labels[field], value: said }}
      onClose={onClose}
    >
      <Field label={t("title")} error={act.fields.title} required>
        <Input value={values.title} maxLength={200} onChange={(event) => set({ title: event.target.value })} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("kind")} error={act.fields.kind}>
          <Select
            value={values.kind}
            options={needKinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
            onChange={(event) => set({ kind: event.target.value as NeedForm["kind"] })}
          />
        </Field>
        <Field label={t("status")} error={act.fields.status}>
          <Select
            value={values.status}
            options={needStatuses.map((status) => ({ value: status, label: words(`status.${status}`) }))}
            onChange={(event) => set({ status: event.target.value as NeedForm["status"] })}
          />
        </Field>
      </div>
      <Field label={t("detail")} error={act.fields.detail}>
        <Textarea value={values.detail} maxLength={4000} onChange={(event) => set({ detail: event.target.value })} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("contact")} error={act.fields.contactId}>
          <Select
            value={values.contactId}
            placeholder={t("nobody")}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => set({ contactId: event.target.value })}
          />
        </Field>
        <Field label={t("raisedOn")} error={act.fields.raisedOn}>
          <DateInput
            value={values.raisedOn}
            today={today}
            max={today}
            onValueChange={(raisedOn) => set({ raisedOn })}
          />
        </Field>
      </div>
      <Field label={t("offer")} error={act.fields.offer} required={values.status === "offered"}>
        <Textarea value={values.offer} maxLength={4000} onChange={(event) => set({ offer: event.target.value })} />
      </Field>
      {values.status === "dropped" && (
        <Field label={t("dropReason")} error={act.fields.dropReason} required>
          <Input
            value={values.dropReason}
            maxLength={400}
            onChange={(event) => set({ dropReason: event.target.value })}
          />
        </Field>
      )}
    </FormSheet>
  );
}
