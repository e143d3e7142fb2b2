"use client";

import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { saveProductGroup } from "@/lib/features/products/actions";
import type { GroupRow } from "@/lib/features/products/queries";

/** A new group, or another name for one. */
export default function GroupDialog({ group, onClose }: { group?: GroupRow; onClose: () => void }) {
  const t = useTranslations("products.groups");
  const words = useTranslations("products.form");
  const { run, pending, fields } = useAct(saveProductGroup);
  const form = useStaleForm({
    key: `product-group:${group?.id ?? "new"}`,
    start: { version: group?.version ?? 0, values: { name: group?.name ?? "" } },
    save: (values, version) => run({ ...values, id: group?.id ?? null, version }),
    onSaved: () => {
      onClose();
      toast.success(group ? words("saved") : t("added", { name: form.values.name.trim() }));
    },
  });
  return (
    <FormSheet
      title={t(group ? "rename" : "create")}
      confirm={group ? undefined : words("add")}
      form={form}
      errors={fields}
      pending={pending}
      words={{ label: () => t("name"), value: (_, value) => value }}
      onClose={onClose}
    >
      <Field label={t("name")} error={fields.name} required>
        <Input value={form.values.name} maxLength={120} onChange={(event) => form.set({ name: event.target.value })} />
      </Field>
    </FormSheet>
  );
}
