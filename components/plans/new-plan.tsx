"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogTrigger } from "@/components/ui/dialog";
import type { PlanList } from "@/lib/features/plans/queries";

const NewPlanForm = dynamic(() => import("./new-plan-form"), { ssr: false });

/** Draws up a plan for somebody who has none of that kind for the year. */
export function NewPlan({ plans }: { plans: Pick<PlanList, "holders" | "year" | "currency" | "me"> }) {
  const t = useTranslations("plans.form");
  const [open, setOpen] = useState(false);
  if (plans.holders.length === 0) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>{t("new")}</Button>
      </DialogTrigger>
      {open && <NewPlanForm plans={plans} />}
    </Dialog>
  );
}
