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
import { createAddress, updateAddress } from "@/lib/features/addresses/actions";
import type { AddressRow } from "@/lib/features/addresses/queries";
import type { AddressForm } from "@/lib/features/addresses/schema";
import { SlotFields } from "./slot-fields";
import { useSlotText } from "./slot-text";

type Props = {
  clientId: string;
  address?: AddressRow;
  people: readonly { id: string; name: string }[];
  onClose: () => void;
};

const kinds = ["delivery", "store", "office", "legal"] as const;

export default function AddressSheet({ clientId, address, people, onClose }: Props) {
  const t = useTranslations("addresses.form");
  const words = useTranslations("addresses.kind");
  const hours = useSlotText();
  const create = useAct(createAddress);
  const update = useAct(updateAddress);
  const act = address ? update : create;
  const start: AddressForm = {
    clientId,
    kind: address?.kind ?? "delivery",
    name: address?.name ?? "",
    place: address?.place ?? "",
    contactId: address?.contactId ?? "",
    slots: address?.slots ?? [],
    terms: address?.terms ?? "",
  };
  const form = useStaleForm({
    key: `address:${address?.id ?? `new:${clientId}`}`,
    start: { version: address?.version ?? 0, values: start },
    save: (values, version) => (address ? update.run({ ...values, id: address.id, version }) : create.run(values)),
    onSaved: () => {
      onClose();
      toast.success(t("saved"));
    },
  });
  const { values, set } = form;
  const labels = {
    clientId: "",
    kind: t("kind"),
    name: t("name"),
    place: t("place"),
    contactId: t("contact"),
    slots: t("slots"),
    terms: t("terms"),
  };

  function said(field: keyof AddressForm, value: AddressForm[keyof AddressForm]): string {
    if (Array.isArray(value)) return hours(value);
    if (field === "kind") return words(value as AddressForm["kind"]);
    if (field === "contactId") return people.find(({ id }) => id === value)?.name ?? t("nobody");
    return value;
  }

  return (
    <FormSheet
      title={address ? t("edit") : t("create")}
      confirm={address ? undefined : t("add")}
      form={form}
      errors={act.fields}
      pending={act.pending}
      words={{ label: (field) => labels[field], value: said }}
      onClose={onClose}
    >
      <Field label={t("place")} error={act.fields.place} required>
        <Textarea
          rows={2}
          value={values.place}
          maxLength={400}
          onChange={(event) => set({ place: event.target.value })}
        />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("kind")} error={act.fields.kind}>
          <Select
            value={values.kind}
            options={kinds.map((kind) => ({ value: kind, label: words(kind) }))}
            onChange={(event) => set({ kind: event.target.value as AddressForm["kind"] })}
          />
        </Field>
        <Field label={t("name")} error={act.fields.name}>
          <Input value={values.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />
        </Field>
      </div>
      <SlotFields slots={values.slots} errors={act.fields} onChange={(slots) => set({ slots })} />
      <Field label={t("contact")} error={act.fields.contactId}>
        <Select
          value={values.contactId}
          placeholder={t("nobody")}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ contactId: event.target.value })}
        />
      </Field>
      <Field label={t("terms")} error={act.fields.terms}>
        <Textarea value={values.terms} maxLength={2000} onChange={(event) => set({ terms: event.target.value })} />
      </Field>
    </FormSheet>
  );
}
