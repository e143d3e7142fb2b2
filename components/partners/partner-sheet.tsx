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
import { createPartner, updatePartner } from "@/lib/features/partners/actions";
import type { PartnerView } from "@/lib/features/partners/queries";
import type { PartnerForm } from "@/lib/features/partners/schema";

export const partnerKinds = [
  "contractor",
  "ad_platform",
  "logistics",
  "supplier",
  "bank",
  "consultant",
  "other",
] as const;

type Props = {
  partner?: PartnerView;
  /** A new one was made: its id, and what it is. */
  onMade?: (id: string, made: PartnerForm) => void;
  onClose: () => void;
};

export default function PartnerSheet({ partner, onMade, onClose }: Props) {
  const t = useTranslations("partners.form");
  const kinds = useTranslations("partners.kind");
  const create = useAct(createPartner);
  const update = useAct(updatePartner);
  const act = partner ? update : create;
  const start: PartnerForm = {
    name: partner?.name ?? "",
    kind: partner?.kind ?? "contractor",
    city: partner?.city ?? "",
    website: partner?.website ?? "",
    note: partner?.note ?? "",
  };
  const form = useStaleForm({
    key: `partner:${partner?.id ?? "new"}`,
    start: { version: partner?.version ?? 0, values: start },
    save: (values, version) => (partner ? update.run({ ...values, id: partner.id, version }) : create.run(values)),
    onSaved: (answer) => {
      onMade?.(answer.value.id, { ...values, name: values.name.trim() });
      onClose();
      toast.success(partner ? t("saved") : t("created", { name: values.name.trim() }));
    },
  });
  const { values, set } = form;
  const labels = { name: t("name"), kind: t("kind"), city: t("city"), website: t("website"), note: t("note") };
  return (
    <FormSheet
      title={partner ? t("edit") : t("create")}
      form={form}
      errors={act.fields}
      pending={act.pending}
      words={{
        label: (field) => labels[field],
        value: (field, value) => (field === "kind" ? kinds(value as PartnerForm["kind"]) : value),
      }}
      onClose={onClose}
    >
      <Field label={t("name")} error={act.fields.name} required>
        <Input value={values.name} maxLength={200} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label={t("kind")} error={act.fields.kind}>
        <Select
          value={values.kind}
          options={partnerKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
          onChange={(event) => set({ kind: event.target.value as PartnerForm["kind"] })}
        />
      </Field>
      <Field label={t("city")} error={act.fields.city}>
        <Input value={values.city} maxLength={120} onChange={(event) => set({ city: event.target.value })} />
      </Field>
      <Field label={t("website")} error={act.fields.website}>
        <Input value={values.website} maxLength={300} onChange={(event) => set({ website: event.target.value })} />
      </Field>
      <Field label={t("note")} error={act.fields.note}>
        <Textarea value={values.note} maxLength={4000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </FormSheet>
  );
}
