"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogTrigger } from "@/components/ui/dialog";
import type { PlanList } from "@/lib/features/plans/queries";

const ManyPlansForm = dynamic(() => import("./many-plans-form"), { ssr: false });

/** Drafts that can be handed over, and plans that wait for this reader's approval: all of a kind in one action. */
export function ManyPlans({ plans }: { plans: PlanList }) {
  const t = useTranslations("plans.many");
  const [open, setOpen] = useState<"submit" | "approve" | null>(null);
  const { may, me } = plans;
  const those = {
    submit: may.edit ? plans.plans.filter(({ status }) => status === "draft") : [],
    approve: may.approve
      ? plans.plans.filter(({ status, memberId }) => status === "submitted" && (memberId !== me || may.approveOwn))
      : [],
  };
  return (["submit", "approve"] as const)
    .filter((step) => those[step].length > 1)
    .map((step) => (
      <Dialog key={step} open={open === step} onOpenChange={(is) => setOpen(is ? step : null)}>
        <DialogTrigger asChild>
          <Button variant="outline">{t(`${step}.action`, { count: those[step].length })}</Button>
        </DialogTrigger>
        {open === step && (
          <ManyPlansForm step={step} plans={those[step]} currency={plans.currency} onDone={() => setOpen(null)} />
        )}
      </Dialog>
    ));
}
