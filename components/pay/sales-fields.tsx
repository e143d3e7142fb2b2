"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { payBases } from "@/lib/domain/pay/pay-plan";
import { tierModes } from "@/lib/domain/pay/tiers";
import { sourceKinds } from "@/lib/domain/source-kind";
import { FigureField, GroupFault, useEditing } from "./plan-editing";
import type { ComponentValues } from "./plan-values";
import { RowList } from "./row-list";

type Props = { value: ComponentValues; set: (change: Partial<ComponentValues>) => void };
const bys = ["quota", "amount"] as const;

/** A rate on sales, or tiers: on what, of which sales, and how much. */
export function SalesFields({ value, set }: Props) {
  const t = useTranslations("payPlans");
  const { errors } = useEditing();
  const at = (name: string) => `component.${value.id}.${name}`;
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <Field label={t("on")}>
        <Select
          value={value.on}
          onChange={(event) => set({ on: payBases.find((one) => one === event.target.value) ?? "revenue" })}
          options={payBases.map((one) => ({ value: one, label: t(`ons.${one}`) }))}
        />
      </Field>
      <Field label={t("source")} error={errors[at("source")]}>
        <Select
          value={value.source}
          onChange={(event) => set({ source: sourceKinds.find((one) => one === event.target.value) ?? "" })}
          placeholder={t("sources.all")}
          options={sourceKinds.map((one) => ({ value: one, label: t(`sources.${one}`) }))}
        />
      </Field>
      {value.kind === "rate" && (
        <FigureField name={at("rate")} label={t("rate")} value={value.rate} onValueChange={(rate) => set({ rate })} />
      )}
      {value.kind === "tiers" && <TierFields value={value} set={set} />}
    </div>
  );
}

function TierFields({ value, set }: Props) {
  const t = useTranslations("payPlans");
  const { sign } = useEditing();
  const at = (name: string) => `component.${value.id}.${name}`;
  return (
    <>
      <Field label={t("mode")}>
        <Select
          value={value.mode}
          onChange={(event) => set({ mode: tierModes.find((one) => one === event.target.value) ?? "marginal" })}
          options={tierModes.map((one) => ({ value: one, label: t(`modes.${one}`) }))}
        />
      </Field>
      <Field label={t("by")}>
        <Select
          value={value.by}
          onChange={(event) => set({ by: bys.find((one) => one === event.target.value) ?? "quota" })}
          options={bys.map((one) => ({ value: one, label: t(`bys.${one}`) }))}
        />
      </Field>
      <div className="sm:col-span-2">
        <RowList
          rows={value.tiers}
          onChange={(tiers) => set({ tiers })}
          fresh={(key) => ({ key, from: "", rate: "" })}
          add={t("addTier")}
          remove={(place) => t("remove", { what: t("tier", { number: String(place + 1) }) })}
          least={1}
          most={20}
        >
          {(tier, place, change) => (
            <div className="grid grid-cols-2 gap-2">
              <FigureField
                name={at(`tiers.${place}.from`)}
                label={value.by === "quota" ? t("tierFrom") : t("tierFromAmount", { currency: sign })}
                value={tier.from}
                onValueChange={(from) => change({ from })}
              />
              <FigureField
                name={at(`tiers.${place}.rate`)}
                label={t("rate")}
                value={tier.rate}
                onValueChange={(rate) => change({ rate })}
              />
            </div>
          )}
        </RowList>
        <GroupFault name={at("tiers")} />
      </div>
    </>
  );
}
