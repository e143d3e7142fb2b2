"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { renameView, saveView } from "@/lib/features/views/actions";
import type { ViewRow } from "@/lib/features/views/queries";

type Props = {
  page: "/book";
  /** The address to keep, when it is a new one. */
  query: string;
  /** The view to rename. */
  view?: ViewRow;
  onClose: () => void;
};

export default function ViewNameDialog({ page, query, view, onClose }: Props) {
  const t = useTranslations("views");
  const words = useTranslations("ui");
  const form = useId();
  const [name, setName] = useState(view?.name ?? "");
  const create = useAct(saveView);
  const rename = useAct(renameView);
  const { pending, fields } = view ? rename : create;

  async function submit() {
    const result = view ? await rename.run({ id: view.id, name }) : await create.run({ page, name, query });
    if (!result.ok) return;
    toast.success(t("saved", { name: name.trim() }));
    onClose();
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={view ? t("renameTitle") : t("saveTitle")}
        size="sm"
        footer={
          <>
            <Button variant="outline" onClick={onClose}>
              {words("cancel")}
            </Button>
            <Button type="submit" form={form} pending={pending}>
              {words("save")}
            </Button>
          </>
        }
      >
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Field label={t("name")} hint={t("nameHint")} error={fields.name} required>
            <Input autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
