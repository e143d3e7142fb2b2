"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { markOf, typedAmount } from "@/lib/domain/typed-amount";
import type { PayPlanPage } from "@/lib/features/pay/queries/plans";
import { measureName } from "@/lib/i18n/measure-text";
import { points } from "@/lib/i18n/pay-words";
import { FigureField, GroupFault, useEditing } from "./plan-editing";
import type { ComponentValues, MeasureValues } from "./plan-values";
import { RowList } from "./row-list";

type Measures = PayPlanPage["measures"];
type Props = {
  value: ComponentValues;
  set: (change: Partial<ComponentValues>) => void;
  measures: Measures;
};
const rules = ["linear", "steps"] as const;

/** A KPI matrix: a bonus, and the measures that share it by weight. */
export function KpiFields({ value, set, measures }: Props) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const { sign } = useEditing();
  const at = (name: string) => `component.${value.id}.${name}`;
  const weights = value.measures.reduce((sum, { weight }) => sum + (typedAmount(weight, 2, markOf(locale)) ?? 0n), 0n);
  return (
    <div className="grid gap-3">
      <FigureField
        name={at("bonus")}
        label={`${t("bonus")}, ${sign}`}
        value={value.bonus}
        onValueChange={(bonus) => set({ bonus })}
        className="sm:w-1/2"
      />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-ink-2 text-xs">{t("measures")}</legend>
        <RowList
          rows={value.measures}
          onChange={(rows) => set({ measures: rows })}
          fresh={(key) => freshMeasure(key, measures[0])}
          add={t("addMeasure")}
          remove={(place) => t("remove", { what: t("measureNumber", { number: String(place + 1) }) })}
          most={20}
        >
          {(row, place, change) => (
            <MeasureFields row={row} field={at(`measures.${place}`)} change={change} measures={measures} />
          )}
        </RowList>
        <p className="num text-ink-3 text-xs">{t("weights", { sum: points(weights, locale) })}</p>
        <GroupFault name={at("measures")} />
      </fieldset>
    </div>
  );
}

function freshMeasure(key: number, measure: Measures[number] | undefined): MeasureValues {
  return {
    key,
    name: `own:${measure?.id ?? ""}`,
    direction: measure?.direction ?? "more",
    weight: "",
    rule: "linear",
    ruleCap: "",
    steps: [],
  };
}

function MeasureFields(props: {
  row: MeasureValues;
  field: string;
  change: (change: Partial<MeasureValues>) => void;
  measures: Measures;
}) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const { row, field, change, measures } = props;
  const name = (one: Measures[number]) => measureName(one, locale);
  const choose = (value: string) =>
    change({ name: value, direction: measures.find(({ id }) => value.endsWith(id))?.direction ?? row.direction });
  return (
    <div className="grid gap-2 border-hair border-b pb-2">
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-[minmax(0,1fr)_80px_minmax(0,140px)_90px]">
        <Field label={t("measure")} className="col-span-2 sm:col-span-1">
          <Select
            value={row.name}
            onChange={(event) => choose(event.target.value)}
            options={measures.flatMap((one) => [
              { value: `own:${one.id}`, label: name(one) },
              { value: `team:${one.id}`, label: t("ofTeam", { measure: name(one) }) },
            ])}
          />
        </Field>
        <FigureField
          name={`${field}.weight`}
          label={t("weight")}
          value={row.weight}
          onValueChange={(weight) => change({ weight })}
        />
        <Field label={t("rule")}>
          <Select
            value={row.rule}
            onChange={(event) => {
              const rule = rules.find((one) => one === event.target.value) ?? "linear";
              change({ rule, steps: row.steps.length > 0 ? row.steps : usualSteps });
            }}
            options={rules.map((one) => ({ value: one, label: t(`rules.${one}`) }))}
          />
        </Field>
        {row.rule === "linear" && (
          <FigureField
            name={`${field}.ruleCap`}
            label={t("ruleCap")}
            value={row.ruleCap}
            onValueChange={(ruleCap) => change({ ruleCap })}
          />
        )}
      </div>
      {row.rule === "steps" && (
        <div className="pl-3">
          <RowList
            rows={row.steps}
            onChange={(steps) => change({ steps })}
            fresh={(key) => ({ key, from: "", coefficient: "" })}
            add={t("addStep")}
            remove={(place) => t("remove", { what: t("step", { number: String(place + 1) }) })}
            least={1}
            most={20}
          >
            {(step, place, set) => (
              <div className="grid grid-cols-2 gap-2">
                <FigureField
                  name={`${field}.steps.${place}.from`}
                  label={t("stepFrom")}
                  value={step.from}
                  onValueChange={(from) => set({ from })}
                />
                <FigureField
                  name={`${field}.steps.${place}.coefficient`}
                  label={t("coefficient")}
                  value={step.coefficient}
                  onValueChange={(coefficient) => set({ coefficient })}
                />
              </div>
            )}
          </RowList>
        </div>
      )}
    </div>
  );
}

const usualSteps = [
  { key: 0, from: "80", coefficient: "50" },
  { key: 1, from: "100", coefficient: "100" },
];
