"use client";

import { useTranslations } from "next-intl";
import { FigureField, GroupFault, useEditing } from "./plan-editing";
import type { ComponentValues } from "./plan-values";
import { RowList } from "./row-list";

type Props = { value: ComponentValues; set: (change: Partial<ComponentValues>) => void };

/** What any component may have: from which attainment it pays, what multiplies it, and where it ends. */
export function ComponentTerms({ value, set }: Props) {
  const t = useTranslations("payPlans");
  const { errors, currency } = useEditing();
  const at = (name: string) => `component.${value.id}.${name}`;
  const used = value.threshold !== "" || value.cap !== "" || value.accelerators.length > 0;
  const wrong = ["threshold", "cap", "accelerators"].some((name) =>
    Object.keys(errors).some((field) => field.startsWith(at(name))),
  );
  return (
    <details open={used || wrong || undefined}>
      <summary className="cursor-pointer text-ink-2 text-xs hover:text-ink">{t("terms")}</summary>
      <div className="mt-2 grid gap-3">
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <FigureField
            name={at("threshold")}
            label={t("threshold")}
            hint={t("thresholdHint")}
            value={value.threshold}
            onValueChange={(threshold) => set({ threshold })}
          />
          <FigureField
            name={at("cap")}
            label={`${t("componentCap")}, ${currency}`}
            hint={t("capHint")}
            value={value.cap}
            onValueChange={(cap) => set({ cap })}
          />
        </div>
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium text-ink-2 text-xs">{t("accelerators")}</legend>
          <RowList
            rows={value.accelerators}
            onChange={(accelerators) => set({ accelerators })}
            fresh={(key) => ({ key, from: "", factor: "" })}
            add={t("addAccelerator")}
            remove={(place) => t("remove", { what: t("accelerator", { number: String(place + 1) }) })}
            most={10}
          >
            {(row, place, change) => (
              <>
                <div className="grid grid-cols-2 gap-2">
                  <FigureField
                    name={at(`accelerators.${place}.from`)}
                    label={t("acceleratorFrom")}
                    value={row.from}
                    onValueChange={(from) => change({ from })}
                  />
                  <FigureField
                    name={at(`accelerators.${place}.factor`)}
                    label={t("factor")}
                    value={row.factor}
                    onValueChange={(factor) => change({ factor })}
                  />
                </div>
                <GroupFault name={at(`accelerators.${place}`)} />
              </>
            )}
          </RowList>
        </fieldset>
      </div>
    </details>
  );
}
