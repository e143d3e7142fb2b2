"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { Option } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { addTag, listClientChoices, removeTag } from "@/lib/features/clients/actions";

type Props = { clients: { id: string }[]; onClose: () => void; onDone: () => void };

/** One tag for all the chosen clients. Undo takes it from those who did not have it before. */
export default function BulkTagDialog({ clients, onClose, onDone }: Props) {
  const t = useTranslations("clients.bulkTag");
  const words = useTranslations("ui");
  const form = useId();
  const [tag, setTag] = useState<Option | null>(null);
  const lists = useAct(listClientChoices);
  const add = useAct(addTag);
  const remove = useAct(removeTag);

  async function search(query: string): Promise<Option[]> {
    const result = await lists.run({});
    if (!result.ok) throw new Error(result.code);
    const wanted = query.toLowerCase();
    return result.value.tags
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .map(({ id, name }) => ({ value: id, label: name }));
  }

  async function submit() {
    const result = await add.run({ clientIds: clients.map(({ id }) => id), tagId: tag?.value ?? "" });
    if (!result.ok) return;
    const { clientIds } = result.value;
    onDone();
    onClose();
    if (clientIds.length === 0) {
      toast.message(t("nothing", { tag: tag?.label ?? "" }));
      return;
    }
    toast.undo(t("done", { tag: tag?.label ?? "", count: clientIds.length }), words("undo"), async () => {
      const undone = await remove.run({ clientIds, tagId: tag?.value ?? "" });
      if (undone.ok) toast.success(t("undone"));
    });
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("title", { count: clients.length })}
        size="sm"
        footer={
          <>
            <Button variant="outline" onClick={onClose}>
              {words("cancel")}
            </Button>
            <Button type="submit" form={form} pending={add.pending}>
              {t("add")}
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
          <Field label={t("tag")} error={add.fields.tagId} required>
            <Combobox label={t("tag")} value={tag} onValueChange={setTag} search={search} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
