"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { markDay } from "@/lib/features/calendar/actions";
import type { CalendarDay } from "@/lib/features/calendar/queries/calendar-days";
import { longDay, number } from "@/lib/i18n/format";

/** Says how many hours of one day are worked. A day that is worked less than a usual one is a short day. */
export function HoursDialog({ day, onClose }: { day: CalendarDay; onClose: () => void }) {
  const t = useTranslations("calendar");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const form = useId();
  const { run, pending, fields } = useAct(markDay);
  const [hours, setHours] = useState(day.minutes > 0 ? number(day.minutes / 60, locale, { digits: 2 }) : "");
  const date = longDay(day.day, locale);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const typed = Number(hours.trim().replace(",", "."));
    // What is no figure goes as 0, which the server answers as such.
    const minutes = Number.isFinite(typed) ? Math.round(typed * 60) : 0;
    const kind = day.state === "usual" || day.state === "short" ? "short" : "working";
    const result = await run({ day: day.day, kind, minutes, version: day.own?.version ?? 0 });
    if (!result.ok) return;
    onClose();
    toast.success(t("marked", { day: date, state: t("hoursInMonth", { hours }) }));
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("hoursTitle", { day: date })}
        size="sm"
        footer={
          <>
            <DialogClose asChild>
              <Button variant="outline">{ui("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={form} pending={pending}>
              {ui("save")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit}>
          <Field label={t("hoursLabel")} hint={t("hoursHint")} required error={fields.minutes}>
            <Input inputMode="decimal" value={hours} maxLength={5} onChange={(event) => setHours(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
