"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PayPlanPage } from "@/lib/features/pay/queries/plans";
import { ComponentCard } from "./component-card";
import { FigureField, useEditing } from "./plan-editing";
import { type ComponentValues, emptyComponent, type PlanValues } from "./plan-values";
import { RowList } from "./row-list";
import { startOf } from "./start-values";

const kinds = ["tiers", "salary-kpi"] as const;
const parts = ["tiers", "rate", "kpi", "fixed"] as const;

/** Everything that a plan says. `fresh`: nobody has saved it yet, so its kind still fills it in and its period may be chosen. */
export function PlanFields(props: {
  values: PlanValues;
  set: (change: Partial<PlanValues>) => void;
  fresh: boolean;
  measures: PayPlanPage["measures"];
  exampleOf: (component: string) => string | null;
}) {
  const t = useTranslations("payPlans");
  const { errors, sign } = useEditing();
  const { values, set, fresh, measures } = props;
  const setPart = (id: string, change: Partial<ComponentValues>) =>
    set({ components: values.components.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  const add = (kind: ComponentValues["kind"]) =>
    set({ components: [...values.components, emptyComponent(kind, crypto.randomUUID().slice(0, 8))] });

  return (
    <div className="grid gap-3.5">
      <div className="grid grid-cols-1 gap-3 rounded-lg border border-line bg-sheet px-3.5 py-3 sm:grid-cols-2">
        <Field label={t("planName")} required error={errors.name} className="sm:col-span-2">
          <Input
            name="name"
            maxLength={120}
            value={values.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <Field label={t("kind")}>
          <Select
            value={values.kind}
            onChange={(event) => {
              const kind = kinds.find((one) => one === event.target.value) ?? "tiers";
              set(fresh ? startOf(kind, measures, values) : { kind });
            }}
            options={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          />
        </Field>
        <Field label={t("period")}>
          <Select
            value={String(values.months)}
            disabled={!fresh}
            onChange={(event) => set({ months: event.target.value === "3" ? 3 : 1 })}
            options={(["1", "3"] as const).map((one) => ({ value: one, label: t(`months.${one}`) }))}
          />
        </Field>
        <FigureField
          name="base"
          label={`${t("salary")}, ${sign}`}
          value={values.base}
          onValueChange={(base) => set({ base })}
        />
        <FigureField
          name="cap"
          label={`${t("cap")}, ${sign}`}
          hint={t("capHint")}
          value={values.cap}
          onValueChange={(cap) => set({ cap })}
        />
      </div>

      <h2 className="-mb-1.5 font-medium text-ink-3 text-xs">{t("components")}</h2>
      {values.components.length === 0 && <p className="text-ink-2">{t("noComponents")}</p>}
      {values.components.map((value) => (
        <ComponentCard
          key={value.id}
          value={value}
          set={(change) => setPart(value.id, change)}
          onRemove={() => set({ components: values.components.filter(({ id }) => id !== value.id) })}
          measures={measures}
          example={props.exampleOf(value.id)}
        />
      ))}
      <div className="flex flex-wrap gap-1.5">
        {parts.map((kind) => (
          <Button key={kind} variant="outline" size="sm" onClick={() => add(kind)}>
            <Plus aria-hidden size={13} />
            {t(`componentKinds.${kind}`)}
          </Button>
        ))}
      </div>

      <Section title={t("package")}>
        <p className="mb-2 text-ink-3 text-xs">{t("packageHint")}</p>
        <RowList
          rows={values.items}
          onChange={(items) => set({ items })}
          fresh={(key) => ({ key, name: "", amount: "" })}
          add={t("addItem")}
          remove={(place) => t("remove", { what: t("itemNumber", { number: String(place + 1) }) })}
          most={20}
        >
          {(item, _, change) => (
            <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-2">
              <Field label={t("item")} error={errors[`items.${item.key}.name`]}>
                <Input
                  name={`items.${item.key}.name`}
                  maxLength={120}
                  value={item.name}
                  onChange={(event) => change({ name: event.target.value })}
                />
              </Field>
              <FigureField
                name={`items.${item.key}.amount`}
                label={`${t("itemAmount")}, ${sign}`}
                value={item.amount}
                onValueChange={(amount) => change({ amount })}
              />
            </div>
          )}
        </RowList>
      </Section>
    </div>
  );
}
