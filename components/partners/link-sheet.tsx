"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { linkPartner, listPartnerPeople, searchPartners, updateLink } from "@/lib/features/partners/actions";
import type { ClientPartnerRow } from "@/lib/features/partners/queries";
import type { LinkForm } from "@/lib/features/partners/schema";
import PartnerSheet, { partnerKinds } from "./partner-sheet";

type Props = { clientId: string; link?: ClientPartnerRow; onClose: () => void };
/** The names go along, so that a restored draft can show what was chosen. */
type Values = LinkForm & { partnerName: string };

/** A partner's part at a client; a partner that is not known yet is made on the way. */
export default function LinkSheet({ clientId, link, onClose }: Props) {
  const t = useTranslations("partners.client.form");
  const kinds = useTranslations("partners.kind");
  const create = useAct(linkPartner);
  const update = useAct(updateLink);
  const partners = useAct(searchPartners);
  const act = link ? update : create;
  const [making, setMaking] = useState(false);
  const start: Values = {
    clientId,
    partnerId: link?.partnerId ?? "",
    partnerName: link?.partnerName ?? "",
    role: link?.role ?? "contractor",
    personId: link?.personId ?? "",
    note: link?.note ?? "",
  };
  const form = useStaleForm({
    key: `partner-link:${link?.id ?? `new:${clientId}`}`,
    start: { version: link?.version ?? 0, values: start },
    save: ({ partnerName: _, ...values }: Values, version) =>
      link ? update.run({ ...values, id: link.id, version }) : create.run(values),
    onSaved: () => {
      onClose();
      toast.success(t("saved"));
    },
  });
  const { values, set } = form;
  const people = usePeople(values.partnerId);
  const labels = {
    clientId: "",
    partnerId: t("partner"),
    partnerName: t("partner"),
    role: t("role"),
    personId: t("person"),
    note: t("note"),
  };
  const said = (field: keyof Values, value: string) =>
    field === "role"
      ? kinds(value as LinkForm["role"])
      : field === "personId"
        ? (people.find(({ id }) => id === value)?.name ?? t("nobody"))
        : value;

  async function find(query: string) {
    const result = await partners.run({ query });
    if (!result.ok) throw new Error(result.code);
    return result.value.map(({ id, name, kind }) => ({
      value: id,
      label: name,
      hint: kinds(kind as LinkForm["role"]),
    }));
  }

  if (making)
    return (
      <PartnerSheet
        onClose={() => setMaking(false)}
        onMade={(partnerId, { name, kind }) => set({ partnerId, partnerName: name, role: kind, personId: "" })}
      />
    );
  return (
    <FormSheet
      title={link ? t("edit") : t("create")}
      confirm={link ? undefined : t("add")}
      form={form}
      errors={act.fields}
      pending={act.pending}
      words={{ label: (field) => labels[field], value: said }}
      onClose={onClose}
    >
      <Field label={t("partner")} error={act.fields.partnerId} required>
        <Combobox
          label={t("partner")}
          placeholder={t("search")}
          value={values.partnerId ? { value: values.partnerId, label: values.partnerName } : null}
          search={find}
          onValueChange={(chosen) =>
            set({ partnerId: chosen?.value ?? "", partnerName: chosen?.label ?? "", personId: "" })
          }
          footer={
            <Button variant="ghost" size="sm" onClick={() => setMaking(true)}>
              {t("newPartner")}
            </Button>
          }
        />
      </Field>
      <Field label={t("role")} error={act.fields.role}>
        <Select
          value={values.role}
          options={partnerKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
          onChange={(event) => set({ role: event.target.value as LinkForm["role"] })}
        />
      </Field>
      <Field label={t("person")} error={act.fields.personId}>
        <Select
          value={values.personId}
          placeholder={t("nobody")}
          options={people.map(({ id, name, jobTitle }) => ({
            value: id,
            label: [name, jobTitle].filter(Boolean).join(", "),
          }))}
          onChange={(event) => set({ personId: event.target.value })}
        />
      </Field>
      <Field label={t("note")} error={act.fields.note}>
        <Textarea value={values.note} maxLength={2000} onChange={(event) => set({ note: event.target.value })} />
      </Field>
    </FormSheet>
  );
}

type Person = { id: string; name: string; jobTitle: string | null };

/** The people of the chosen partner; answers for another one that come late are dropped. */
function usePeople(partnerId: string): Person[] {
  const { run } = useAct(listPartnerPeople);
  const [found, setFound] = useState<{ of: string; people: Person[] }>({ of: "", people: [] });
  useEffect(() => {
    if (!partnerId || found.of === partnerId) return;
    let late = false;
    run({ partnerId }).then((result) => {
      if (!late && result.ok) setFound({ of: partnerId, people: result.value });
    });
    return () => {
      late = true;
    };
  });
  return found.of === partnerId ? found.people : [];
}
