"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { splitBases } from "@/lib/domain/split-weights";
import { type PlanProfile, type PlanRule, planProfiles } from "@/lib/features/plans/schema";

/** How a figure is split, as the form holds it. `growth` is what was typed, per cent. */
export type SplitValues = { basis: PlanRule["basis"]; growth: string; profile: PlanProfile };

export const splitValues = ({ basis, growth, profile }: PlanRule): SplitValues => ({
  basis,
  growth: String((growth - 10_000) / 100).replace(".", ","),
  profile,
});

/** Hundredths of a per cent; null for what is no number. */
export function growthOf(typed: string): number | null {
  const value = Number(typed.trim().replace(",", ".").replace("−", "-") || "0");
  return Number.isFinite(value) && value >= -100 && value <= 9900 ? 10_000 + Math.round(value * 100) : null;
}

export function SplitFields(props: {
  value: SplitValues;
  set: (next: SplitValues) => void;
  withClients: boolean;
  growthError?: string;
}) {
  const { value, set, withClients } = props;
  const t = useTranslations("plans.form");
  return (
    <>
      {withClients && (
        <Field label={t("basis")} hint={value.basis === "potential" ? t("basisHint") : undefined}>
          <Select
            value={value.basis}
            onChange={(event) =>
              set({ ...value, basis: splitBases.find((one) => one === event.target.value) ?? "last-year" })
            }
            options={splitBases.map((one) => ({ value: one, label: t(`basisOf.${one}`) }))}
          />
        </Field>
      )}
      <Field label={t("growth")} error={props.growthError}>
        <Input
          inputMode="decimal"
          maxLength={7}
          value={value.growth}
          onChange={(event) => set({ ...value, growth: event.target.value })}
        />
      </Field>
      <Field label={t("profile")}>
        <Select
          value={value.profile}
          onChange={(event) =>
            set({ ...value, profile: planProfiles.find((one) => one === event.target.value) ?? "client" })
          }
          options={planProfiles
            .filter((one) => withClients || one !== "client")
            .map((one) => ({ value: one, label: t(`profileOf.${one}`) }))}
        />
      </Field>
    </>
  );
}
