"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { PlanSheet } from "@/lib/features/plans/queries";

const PlanGrid = dynamic(() => import("./plan-grid"), { ssr: false, loading: () => <SkeletonRows rows={12} /> });
const FigureTable = dynamic(() => import("./figure-table"), { ssr: false, loading: () => <SkeletonRows rows={4} /> });
const FigureForm = dynamic(() => import("./figure-form"), { ssr: false, loading: () => <div className="h-14" /> });

/** The figure with its rule, and under it the sheet: clients × months, or figures by period. Their code comes after the page. */
export function SheetView({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans.grid");
  const editable = sheet.status === "draft" && sheet.may.edit;
  const isFigures = sheet.figures.length > 0;
  return (
    <div className="flex flex-col gap-3">
      {editable && <FigureForm key={sheet.version} sheet={sheet} />}
      {isFigures && <FigureTable key={sheet.version} sheet={sheet} editable={editable} />}
      {!isFigures && sheet.rows.length > 0 && <PlanGrid sheet={sheet} editable={editable} />}
      {!isFigures && sheet.rows.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
    </div>
  );
}
