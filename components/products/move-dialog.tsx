"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { moveProducts } from "@/lib/features/products/actions";
import type { GroupName } from "@/lib/features/products/queries";

type Props = { ids: readonly string[]; groups: readonly GroupName[]; onClose: (done: boolean) => void };

/** Chosen products into one group, or out of any. */
export default function MoveDialog({ ids, groups, onClose }: Props) {
  const t = useTranslations("products");
  const ui = useTranslations("ui");
  const form = useId();
  const { run, pending, fields } = useAct(moveProducts);
  const [groupId, setGroupId] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ ids: [...ids], groupId: groupId || null });
    if (!result.ok) return;
    toast.success(t("moved", { count: result.value.moved }));
    onClose(true);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose(false)}>
      <DialogContent
        title={t("moveTitle", { count: ids.length })}
        description={t("moveText")}
        size="sm"
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{ui("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={form} pending={pending}>
              {t("moveConfirm")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate>
          <Field label={t("group")} error={fields.groupId}>
            <Select
              value={groupId}
              placeholder={t("noGroup")}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => setGroupId(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
