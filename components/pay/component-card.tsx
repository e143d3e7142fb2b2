"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { PayPlanPage } from "@/lib/features/pay/queries/plans";
import { ComponentTerms } from "./component-terms";
import { KpiFields } from "./kpi-fields";
import { FigureField, useEditing } from "./plan-editing";
import type { ComponentValues } from "./plan-values";
import { SalesFields } from "./sales-fields";

/** One thing that a plan pays for, with what it would pay under it. */
export function ComponentCard(props: {
  value: ComponentValues;
  set: (change: Partial<ComponentValues>) => void;
  onRemove: () => void;
  measures: PayPlanPage["measures"];
  example: string | null;
}) {
  const t = useTranslations("payPlans");
  const { currency } = useEditing();
  const { value, set } = props;
  const kind = t(`componentKinds.${value.kind}`);
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-sheet px-3.5 py-3">
      <header className="-mb-1 flex items-center gap-2">
        <h3 className="flex-1 font-semibold">{kind}</h3>
        <Button variant="ghost" size="icon-sm" aria-label={t("remove", { what: kind })} onClick={props.onRemove}>
          <X aria-hidden size={14} />
        </Button>
      </header>
      {(value.kind === "rate" || value.kind === "tiers") && <SalesFields value={value} set={set} />}
      {value.kind === "kpi" && <KpiFields value={value} set={set} measures={props.measures} />}
      {value.kind === "fixed" && (
        <FigureField
          name={`component.${value.id}.amount`}
          label={`${t("amount")}, ${currency}`}
          value={value.amount}
          onValueChange={(amount) => set({ amount })}
          className="sm:w-1/2"
        />
      )}
      <ComponentTerms value={value} set={set} />
      {props.example && <p className="rounded-md bg-paper px-2.5 py-1.5 text-ink-2 text-xs">{props.example}</p>}
    </section>
  );
}
