"use client";

import { Archive, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useArchive } from "@/components/ui/use-archive";
import { archivePayPlan } from "@/lib/features/pay/actions";
import type { ArchivedPlan } from "@/lib/features/pay/queries/plans";

type Props = { plan: ArchivedPlan; archived?: boolean };

/** Puts a pay plan away, or brings one back; who still has it is asked for by the refusal. */
export function ArchivePlan({ plan, archived = false }: Props) {
  const t = useTranslations("payPlans");
  const put = useArchive(archivePayPlan);
  const Icon = archived ? Undo2 : Archive;
  return (
    <Button
      size={archived ? "sm" : "icon-sm"}
      variant="ghost"
      title={t(archived ? "restore" : "archive")}
      aria-label={t(archived ? "restorePlan" : "archivePlan", { name: plan.name })}
      onClick={() => put(plan, !archived, t(archived ? "restored" : "archivedDone", { name: plan.name }))}
    >
      <Icon aria-hidden size={15} />
      {archived && t("restore")}
    </Button>
  );
}
