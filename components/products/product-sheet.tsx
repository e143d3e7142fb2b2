"use client";

import { Archive, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormSheet } from "@/components/ui/form-sheet";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useStaleForm } from "@/components/ui/use-stale-form";
import { archiveProduct, saveProduct } from "@/lib/features/products/actions";
import type { GroupName, ProductRow } from "@/lib/features/products/queries";
import type { ProductForm } from "@/lib/features/products/schema";

type Props = { product?: ProductRow; groups: readonly GroupName[]; onClose: () => void };

export default function ProductSheet({ product, groups, onClose }: Props) {
  const t = useTranslations("products");
  const words = useTranslations("products.form");
  const ui = useTranslations("ui");
  const { run, pending, fields } = useAct(saveProduct);
  const archive = useAct(archiveProduct);
  const form = useStaleForm({
    key: `product:${product?.id ?? "new"}`,
    start: {
      version: product?.version ?? 0,
      values: {
        code: product?.code ?? "",
        name: product?.name ?? "",
        groupId: product?.groupId ?? "",
        unit: product?.unit ?? "",
      } satisfies ProductForm,
    },
    save: (values, version) => run({ ...values, id: product?.id ?? null, version }),
    onSaved: () => {
      onClose();
      toast.success(product ? words("saved") : words("created", { name: form.values.name.trim() }));
    },
  });
  const { values, set } = form;
  // A product may stand in a group that went into the archive since: it stays there until somebody moves it.
  const own = product?.groupId && !groups.some(({ id }) => id === product.groupId);
  const choices = own ? [...groups, { id: product.groupId ?? "", name: product.group ?? "" }] : groups;
  const labels = { code: t("code"), name: t("name"), groupId: t("group"), unit: t("unit") };

  async function put({ id, version, name, archived }: ProductRow) {
    const result = await archive.run({ id, version, archived: !archived });
    if (!result.ok) {
      if (result.code === "conflict") toast.error(ui("conflict.title"));
      return;
    }
    onClose();
    const back = () => archive.run({ id, version: version + 1, archived });
    toast.undo(t(archived ? "restored" : "archivedDone", { name }), ui("undo"), back);
  }

  return (
    <FormSheet
      title={words(product ? "edit" : "create")}
      confirm={product ? undefined : words("add")}
      form={form}
      errors={fields}
      pending={pending}
      words={{
        label: (field) => labels[field],
        value: (field, value) =>
          field === "groupId" ? (choices.find(({ id }) => id === value)?.name ?? t("noGroup")) : value,
      }}
      onClose={onClose}
    >
      <Field label={labels.name} error={fields.name} required>
        <Input value={values.name} maxLength={200} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Field label={labels.code} hint={words("codeHint")} error={fields.code} required>
        <Input value={values.code} maxLength={60} onChange={(event) => set({ code: event.target.value })} />
      </Field>
      <Field label={labels.groupId} error={fields.groupId}>
        <Select
          value={values.groupId}
          placeholder={t("noGroup")}
          options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => set({ groupId: event.target.value })}
        />
      </Field>
      <Field label={labels.unit} hint={words("unitHint")} error={fields.unit}>
        <Input value={values.unit} maxLength={20} onChange={(event) => set({ unit: event.target.value })} />
      </Field>
      {product && (
        <Button
          type="button"
          variant="outline"
          className="justify-self-start"
          pending={archive.pending}
          onClick={() => put(product)}
        >
          {product.archived ? <Undo2 aria-hidden size={14} /> : <Archive aria-hidden size={14} />}
          {t(product.archived ? "restore" : "archive")}
        </Button>
      )}
    </FormSheet>
  );
}
