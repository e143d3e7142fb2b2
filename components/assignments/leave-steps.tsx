"use client";

import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { useDraft } from "@/components/ui/draft";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { handOverAndRetire, previewLeave } from "@/lib/features/assignments/actions";
import type { LeavePreview } from "@/lib/features/assignments/queries/leave";
import { day, number } from "@/lib/i18n/format";
import { DayChoice } from "./day-choice";
import { LeaveClients, type Targets } from "./leave-clients";
import type { LeaveDialogProps } from "./leave-dialog";
import { NOBODY } from "./transfer-draft";

type Draft = { on: CalendarDate; reason: string; targets: Targets };

/** Day and reason, a target for each client, and the end of it all in one go. */
export default function LeaveSteps({ member, today, onOpenChange }: LeaveDialogProps) {
  const t = useTranslations("assignments.leave");
  const ui = useTranslations("ui");
  const locale = useLocale();
  // A hundred decisions must outlive a slip of the Esc key.
  const draft = useDraft<Draft>(`leave:${member.id}`, { on: today, reason: "", targets: {} });
  const { on, reason, targets } = draft.value;
  const set = (change: Partial<Draft>) => draft.set((before) => ({ ...before, ...change }));
  const [preview, setPreview] = useState<LeavePreview>();
  const [stale, setStale] = useState(false);
  const look = useAct(previewLeave);
  const leave = useAct(handOverAndRetire);
  const ask = useRef(look.run);
  ask.current = look.run;

  useEffect(() => {
    let late = false;
    ask.current({ member: member.id, on }).then((result) => {
      if (!late && result.ok) setPreview(result.value);
    });
    return () => {
      late = true;
    };
  }, [member.id, on]);

  const clients = preview?.clients ?? [];
  const decided = clients.flatMap(({ clientId }) => targets[clientId] ?? []);
  const nobody = decided.filter(({ value }) => value === NOBODY).length;
  const missing = clients.length - decided.length;

  async function confirm() {
    const chosen = clients.map(({ clientId }) => {
      const target = targets[clientId]?.value;
      return [clientId, target === NOBODY ? null : target];
    });
    const result = await leave.run({ member: member.id, on, targets: Object.fromEntries(chosen), reason });
    if (result.ok) {
      draft.forget();
      onOpenChange(false);
      toast.success(t("done", { name: member.name, date: day(on, locale) }));
      return;
    }
    if (result.code !== "conflict" && result.code !== "still-owns-clients") return;
    const again = await look.run({ member: member.id, on });
    if (again.ok) setPreview(again.value);
    setStale(true);
  }

  return (
    <DialogContent
      title={t("title", { name: member.name })}
      description={t("text")}
      size="lg"
      dismissable={!leave.pending}
      footer={
        <>
          <p className="mr-auto min-w-0 text-ink-2 text-xs" role="status">
            {missing > 0
              ? t("missing", { count: missing })
              : clients.length > 0 &&
                t("total", {
                  count: clients.length,
                  given: number(clients.length - nobody, locale),
                  nobody: number(nobody, locale),
                })}
          </p>
          <DialogClose asChild>
            <Button variant="outline">{ui("cancel")}</Button>
          </DialogClose>
          <Button
            variant="destructive"
            pending={leave.pending}
            disabled={!preview || missing > 0 || look.pending}
            onClick={confirm}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        {stale && (
          <p role="alert" className="flex gap-2 rounded-md bg-amber-soft px-2.5 py-2">
            <TriangleAlert aria-hidden size={15} className="mt-0.5 shrink-0 text-amber" />
            {t("changed")}
          </p>
        )}
        <DayChoice
          legend={t("on")}
          today={today}
          value={on}
          onChange={(day) => set({ on: day })}
          error={look.fields.on}
        />
        <Field label={t("reason")} optional error={leave.fields.reason}>
          <Textarea
            rows={2}
            maxLength={300}
            className="min-h-12"
            value={reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </Field>
        {!preview ? (
          <Skeleton className="h-40 w-full" />
        ) : clients.length === 0 ? (
          <p className="text-ink-2">{t("noClients", { name: member.name })}</p>
        ) : (
          <LeaveClients preview={preview} targets={targets} onChange={(next) => set({ targets: next })} />
        )}
        {preview && preview.endingParts > 0 && (
          <p className="text-ink-2">{t("parts", { count: preview.endingParts })}</p>
        )}
        <p className="text-ink-3 text-xs">{t("warning")}</p>
      </div>
    </DialogContent>
  );
}
