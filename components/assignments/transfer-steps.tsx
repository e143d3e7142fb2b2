"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { DialogClose, DialogContent } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { nextMonday } from "@/lib/domain/calendar-date";
import { assignClients, previewTransfer, undoTransfer } from "@/lib/features/assignments/actions";
import type { TransferPreview as Preview } from "@/lib/features/assignments/queries/preview";
import { day, list } from "@/lib/i18n/format";
import type { TransferDialogProps } from "./transfer-dialog";
import { NOBODY, orderOf, type TransferDraft } from "./transfer-draft";
import { TransferForm } from "./transfer-form";
import { TransferPreview } from "./transfer-preview";
import { useReceivers } from "./use-receivers";

const NAMED = 3;
type Shown = { preview: Preview; stale: boolean };

/** Form, then what changes, then an undo toast. Loaded with the first opening. */
export default function Steps({ clients, open, onOpenChange, start, onDone }: TransferDialogProps) {
  const t = useTranslations("assignments");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const form = useId();
  const [draft, setDraft] = useState<TransferDraft>();
  const [shown, setShown] = useState<Shown>();
  const people = useReceivers(draft?.role ?? start?.role ?? "primary", open);
  const look = useAct(previewTransfer);
  const give = useAct(assignClients);
  const undo = useAct(undoTransfer);

  const { today } = people.answer ?? {};
  const filled: TransferDraft = draft ?? {
    role: start?.role ?? "primary",
    to: start?.to ? { value: start.to.id, label: start.to.name } : null,
    on: start?.on ?? (today ? nextMonday(today) : ""),
    last: "",
    share: "",
    reason: "",
  };

  async function preview(stale: boolean) {
    setDraft(filled);
    const result = await look.run(
      orderOf(
        filled,
        clients.map(({ id }) => id),
      ),
    );
    if (result.ok) setShown({ preview: result.value, stale });
    else setShown(undefined);
  }

  async function confirm({ lines, seen }: Preview) {
    const moving = lines.filter(({ refused }) => refused === null).map(({ clientId }) => clientId);
    const stamps = Object.fromEntries(moving.map((id) => [id, seen[id]]));
    const result = await give.run({ ...orderOf(filled, moving), reason: filled.reason, seen: stamps });
    if (!result.ok) {
      if (result.code === "conflict") await preview(true);
      return;
    }
    onOpenChange(false);
    onDone?.();
    const done = filled.to?.value === NOBODY ? "nobody" : filled.role;
    const values = { count: moving.length, name: filled.to?.label ?? "", date: day(filled.on, locale) };
    const { transfer } = result.value;
    toast.undo(t(`done.${done}`, values), ui("undo"), () => takeBack(transfer), { description: t("done.told") });
  }

  async function takeBack(transfer: string) {
    const result = await undo.run({ transfer });
    if (result.ok) toast.success(t("done.undone"));
  }

  const title = t(filled.role === "primary" ? "order.title" : `order.appoint.${filled.role}`, {
    count: clients.length,
    name: clients[0]?.name ?? "",
  });
  const rest = clients.length - NAMED;
  const named = clients.slice(0, rest === 1 ? NAMED + 1 : NAMED).map(({ name }) => name);
  const names = rest > 1 ? t("order.names", { names: named.join(", "), count: rest }) : list(named, locale);
  const moves = shown?.preview.moves ?? 0;
  const confirmText = t(
    filled.role !== "primary"
      ? "preview.confirmAppoint"
      : filled.to?.value === NOBODY
        ? "preview.confirmNobody"
        : "preview.confirm",
    { count: moves },
  );
  return (
    <DialogContent
      title={shown ? t("preview.title") : title}
      description={shown ? title : clients.length > 1 ? names : undefined}
      size={shown ? "lg" : "md"}
      dismissable={!give.pending}
      footer={
        shown ? (
          <>
            <Button variant="outline" onClick={() => setShown(undefined)} disabled={give.pending}>
              {t("order.back")}
            </Button>
            {moves > 0 && (
              <Button pending={give.pending || look.pending} onClick={() => confirm(shown.preview)}>
                {confirmText}
              </Button>
            )}
          </>
        ) : (
          <>
            <DialogClose asChild>
              <Button variant="outline">{ui("cancel")}</Button>
            </DialogClose>
            <Button type="submit" form={form} pending={look.pending} disabled={!today}>
              {t("order.look")}
            </Button>
          </>
        )
      }
    >
      {shown ? (
        <TransferPreview key={String(shown.stale)} preview={shown.preview} role={filled.role} stale={shown.stale} />
      ) : (
        <TransferForm
          id={form}
          draft={filled}
          onChange={setDraft}
          onSubmit={() => preview(false)}
          people={people}
          fields={look.fields}
        />
      )}
    </DialogContent>
  );
}
