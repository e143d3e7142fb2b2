"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ImportView } from "@/lib/features/imports/queries";
import type { RunOptions } from "@/lib/features/imports/schema";

type Props = { view: ImportView; options: RunOptions; onChange: (next: RunOptions) => void };

/** What the import may do, and what the file does not say itself. */
export function RunChoices({ view, options, onChange }: Props) {
  const t = useTranslations("importSteps.options");
  const { fields, offers } = view.about;
  const has = (...types: string[]) =>
    fields.some(({ type, field }) => types.includes(type) && options.columns.includes(field));
  const set = (change: Partial<RunOptions>) => onChange({ ...options, ...change });
  return (
    <Section title={t("title")}>
      <div className="grid gap-x-8 gap-y-2 md:grid-cols-2">
        <div className="flex flex-col">
          <CheckboxField
            label={t("update")}
            hint={t("updateHint")}
            checked={options.update}
            onChange={(event) => set({ update: event.target.checked })}
          />
          {offers.create && (
            <CheckboxField
              label={t("createMissing")}
              hint={t("createMissingHint")}
              checked={options.createMissing}
              onChange={(event) => set({ createMissing: event.target.checked })}
            />
          )}
          {offers.replace && (
            <CheckboxField
              label={t("replacePeriod")}
              hint={t("replacePeriodHint")}
              checked={options.replacePeriod}
              onChange={(event) => set({ replacePeriod: event.target.checked })}
            />
          )}
        </div>
        <div className="flex flex-col gap-2">
          {has("money") && (
            <Field label={t("currency")} className="max-w-72">
              <Select
                value={options.currency ?? view.currency}
                options={view.currencies.map((value) => ({ value, label: value }))}
                onChange={(event) =>
                  set({ currency: event.target.value === view.currency ? undefined : event.target.value })
                }
              />
            </Field>
          )}
          {has("money", "quantity", "percent") && (
            <Field label={t("decimal")} className="max-w-72">
              <Select
                value={options.decimal ?? ""}
                placeholder={t("auto")}
                options={[
                  { value: ",", label: t("comma") },
                  { value: ".", label: t("point") },
                ]}
                onChange={(event) => set({ decimal: ([",", "."] as const).find((one) => one === event.target.value) })}
              />
            </Field>
          )}
          {has("day", "month") && (
            <Field label={t("days")} className="max-w-72">
              <Select
                value={options.dayOrder ?? ""}
                placeholder={t("auto")}
                options={[
                  { value: "dmy", label: t("dmy") },
                  { value: "mdy", label: t("mdy") },
                ]}
                onChange={(event) =>
                  set({ dayOrder: (["dmy", "mdy"] as const).find((one) => one === event.target.value) })
                }
              />
            </Field>
          )}
        </div>
      </div>
    </Section>
  );
}
