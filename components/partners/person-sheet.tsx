"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { createPartnerPerson, updatePartnerPerson } from "@/lib/features/partners/actions";
import type { PartnerPerson } from "@/lib/features/partners/queries";
import type { PartnerPersonForm } from "@/lib/features/partners/schema";

type Props = { partnerId: string; person?: PartnerPerson; onClose: () => void };

const lines = ["jobTitle", "phone", "email"] as const;

export default function PersonSheet({ partnerId, person, onClose }: Props) {
  const t = useTranslations("partners.person");
  const create = useAct(createPartnerPerson);
  const update = useAct(updatePartnerPerson);
  const act = person ? update : create;
  const start: PartnerPersonForm = {
    partnerId,
    name: person?.name ?? "",
    jobTitle: person?.jobTitle ?? "",
    phone: person?.phone ?? "",
    email: person?.email ?? "",
    note: person?.note ?? "",
  };
  const form = useStaleForm({
    key: `partner-person:${person?.id ?? `new:${partnerId}`}`,
    start: { version: person?.version ?? 0, values: start },
    save: (values, version) => (person ? update.run({ ...values, id: person.id, version }) : create.run(values)),
    onSaved: () => {
      onClose();
      toast.success(t("saved"));
    },
  });
  const { values, set } = form;
  return (
    <FormSheet
      title={person ? t("edit") : t("create")}
      form={form}
      errors={act.fields}
      pending={act.pending}
      words={{ label: (field) => (field === "partnerId" ? "" : t(field)), value: (_, value) => value }}
      onClose={onClose}
    >
      <Field label={t("name")} error={act.fields.name} required>
        <Input value={values.name} maxLength={200} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      {lines.map((line) => (
        <Field key={line} label={t(line)} error={act.fields[line]}>
          <Input
            value={values[line]}
            maxLength={line === "phone" ? 60 : 200}
            inputMode={line === "phone" ? "tel" : line === "email" ? "email" : undefined}
            onChange={(event) => set({ [line]: event.target.value })}
          />
        </Field>
      ))}
      <Field label={t("note")} error={act.fields.note}>
        <Textarea value={values.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </FormSheet>
  );
}
