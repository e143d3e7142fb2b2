"use client";

import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { monthsOfSpan } from "@/lib/domain/kpi-target";
import { markOf, typedText } from "@/lib/domain/typed-amount";
import { enterValue, setTarget } from "@/lib/features/targets/actions";
import type { ScoreRow, TargetPage } from "@/lib/features/targets/queries";
import { currencySign } from "@/lib/i18n/currency-text";
import { measureName } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";

type Props = { page: Pick<TargetPage, "filter" | "currency">; row: ScoreRow; what: "target" | "value" };

/** Sets a target, or enters a value with its evidence. */
export function FigureButton(props: Props) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const name = measureName(props.row.measure, locale);
  const label = `${t(props.what === "target" ? "setTarget" : "setValue")}: ${name}`;
  return (
    <>
      <Button size="icon-sm" variant="ghost" aria-label={label} onClick={() => setOpen(true)}>
        <Pencil aria-hidden size={13} />
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        {open && <FigureForm {...props} name={name} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function FigureForm({ page, row, what, name, onDone }: Props & { name: string; onDone: () => void }) {
  const t = useTranslations("targets");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const form = useId();
  const target = useAct(setTarget);
  const value = useAct(enterValue);
  const pending = target.pending || value.pending;
  const fields = what === "target" ? target.fields : value.fields;
  const there = what === "target" ? row.set : row.entered;
  const [amount, setAmount] = useState(there ? typedText(there.amount, row.digits, markOf(locale)) : "");
  const [weight, setWeight] = useState(there?.weight ? typedText(BigInt(there.weight), 2, markOf(locale)) : "");
  const [note, setNote] = useState(there?.note ?? "");
  const [link, setLink] = useState(there?.link ?? "");
  const { span, at, subject, of } = page.filter;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const place = {
      subject,
      subjectId: of,
      measureId: row.measure.id,
      startsOn: at,
      months: monthsOfSpan[span],
      amount,
      version: there?.version ?? 0,
    };
    const result = await (what === "target" ? target.run({ ...place, weight }) : value.run({ ...place, note, link }));
    if (!result.ok) return;
    toast.success(t("saved"));
    onDone();
  }

  return (
    <DialogContent
      size="sm"
      title={t(what === "target" ? "dialogTarget" : "dialogValue", { measure: name })}
      footer={
        <>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={form} pending={pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field
          label={t(`amount.${row.measure.unit}`, { currency: currencySign(page.currency, locale) })}
          hint={t("clearHint")}
          error={fields.amount}
        >
          <Input
            value={amount}
            inputMode="decimal"
            maxLength={40}
            onChange={(event) => setAmount(event.target.value)}
          />
        </Field>
        {what === "target" && (
          <Field
            label={t("weight")}
            hint={t("weightHint", { weight: points(row.measure.weight, locale) })}
            error={fields.weight}
          >
            <Input
              value={weight}
              inputMode="decimal"
              maxLength={10}
              onChange={(event) => setWeight(event.target.value)}
            />
          </Field>
        )}
        {what === "value" && (
          <>
            <Field label={t("note")} hint={t("noteHint")} error={fields.note}>
              <Textarea value={note} maxLength={1000} rows={2} onChange={(event) => setNote(event.target.value)} />
            </Field>
            <Field label={t("link")} error={fields.link}>
              <Input value={link} inputMode="url" maxLength={500} onChange={(event) => setLink(event.target.value)} />
            </Field>
          </>
        )}
      </form>
    </DialogContent>
  );
}
