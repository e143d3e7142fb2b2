"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useAct } from "@/components/ui/act";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { dropDraft, submitPlan, withdrawPlan } from "@/lib/features/plans/actions";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { ApproveForm } from "./approve-form";
import { ReviseForm } from "./revise-form";

/** What can be done with a version as it stands. */
export function PlanActions({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans.act");
  const router = useRouter();
  const locale = useLocale();
  const submit = useAct(submitPlan);
  const withdraw = useAct(withdrawPlan);
  const drop = useAct(dropDraft);
  const [open, setOpen] = useState<"approve" | "revise" | null>(null);
  const form = { versionId: sheet.id, version: sheet.version };
  const { status, may } = sheet;
  const newest = sheet.versions[0];

  async function send() {
    if ((await submit.run(form)).ok) toast.success(t("submitted"));
  }
  async function takeBack() {
    if ((await withdraw.run(form)).ok) toast.success(t("withdrawn"));
  }
  async function throwAway() {
    if (!(await drop.run(form)).ok) return;
    toast.success(t("dropped"));
    const before = sheet.versions.find(({ id }) => id !== sheet.id);
    router.replace((before ? `/plans/${before.id}` : `/plans?year=${sheet.year}`) as Route);
  }
  const dialog = (name: "approve" | "revise") => ({
    open: open === name,
    onOpenChange: (is: boolean) => setOpen(is ? name : null),
  });

  return (
    <>
      {status === "draft" && may.edit && (
        <>
          <ConfirmDialog
            trigger={
              <Button variant="ghost" pending={drop.pending}>
                {t("drop")}
              </Button>
            }
            title={t("dropTitle")}
            description={t("dropText")}
            confirm={t("drop")}
            onConfirm={throwAway}
          />
          <Button onClick={send} pending={submit.pending}>
            {t("submit")}
          </Button>
        </>
      )}
      {status === "submitted" && may.edit && (
        <Button variant="outline" onClick={takeBack} pending={withdraw.pending}>
          {t("withdraw")}
        </Button>
      )}
      {status === "submitted" && may.approve && (
        <Dialog {...dialog("approve")}>
          <DialogTrigger asChild>
            <Button>{t("approve")}</Button>
          </DialogTrigger>
          <ApproveForm sheet={sheet} locale={locale} onDone={() => setOpen(null)} />
        </Dialog>
      )}
      {status === "approved" && may.revise && newest?.status === "approved" && newest.id === sheet.id && (
        <Dialog {...dialog("revise")}>
          <DialogTrigger asChild>
            <Button variant="outline">{t("revise")}</Button>
          </DialogTrigger>
          <ReviseForm versionId={sheet.id} onDone={(id) => router.push(`/plans/${id}` as Route)} />
        </Dialog>
      )}
    </>
  );
}
