"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { endContract } from "@/lib/features/contracts/actions";
import type { ContractRow } from "@/lib/features/contracts/queries";

type Props = { clientId: string; contract: ContractRow; today: string; onClose: () => void };

/** On which day a signed contract ended: its own last day where that is over, else today. */
export default function EndDialog({ clientId, contract, today, onClose }: Props) {
  const t = useTranslations("contracts");
  const ui = useTranslations("ui");
  const form = useId();
  const { id, version, number, endsOn } = contract;
  const { run, pending, fields } = useAct(endContract);
  const [on, setOn] = useState(endsOn !== null && endsOn < today ? endsOn : today);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await run({ clientId, id, version, on });
    if (result.ok) toast.success(t("ended", { number }));
    else if (result.code === "conflict") toast.error(ui("conflict.title"));
    else return;
    onClose();
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("endTitle")}
        description={t("endText")}
        size="sm"
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{ui("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={form} pending={pending}>
              {t("endConfirm")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate>
          <Field label={t("endOn")} error={fields.on} required>
            <DateInput value={on} today={today} max={today} onValueChange={setOn} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
