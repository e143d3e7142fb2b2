"use client";

import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { currencyExponent } from "@/lib/domain/money";
import { exampleSlip, paidBy } from "@/lib/domain/pay/example";
import type { PayPlan } from "@/lib/domain/pay/pay-plan";
import { divideHalfUp } from "@/lib/domain/rounding";
import { number } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locale";
import { points } from "@/lib/i18n/pay-words";
import { useEditing } from "./plan-editing";

/** The attainments that the example tells, in hundredths of a per cent. */
export const exampleSteps = [8_000, 10_000, 12_000, 15_000] as const;
export type ExampleOf = { quota: string; margin: string };

/** An amount of the example in whole units: nobody asks it for kopecks. */
export const exampleFigure = (minor: bigint, currency: string, locale: Locale) =>
  number(divideHalfUp(minor, 10n ** BigInt(currencyExponent(currency))), locale);

/** What the whole plan pays at four attainments; its author sets the plan and the margin. `read`: the same as figures. */
export function ExampleCard(props: {
  terms: PayPlan | null;
  of: ExampleOf;
  read: { quota: bigint; margin: number };
  onChange: (of: ExampleOf) => void;
}) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  const { currency, sign } = useEditing();
  const { terms, of, read, onChange } = props;
  const slips = terms ? exampleSteps.map((step) => exampleSlip(terms, { ...read, points: step })) : [];
  const rows = terms
    ? [
        { key: "base", label: t("salaryShort"), values: slips.map(({ base }) => base) },
        ...terms.components.map(({ id, kind }) => ({
          key: id,
          label: t(`componentKinds.${kind}`),
          values: slips.map((slip) => paidBy(slip, id)),
        })),
      ]
    : [];
  const cell = "num py-1 pl-2 text-right whitespace-nowrap";
  return (
    <Section title={t("example")}>
      <div className="grid grid-cols-[minmax(0,1fr)_90px] gap-2">
        <Field label={`${t("exampleQuota")}, ${sign}`}>
          <Input
            inputMode="decimal"
            maxLength={30}
            className="num"
            value={of.quota}
            onChange={(event) => onChange({ ...of, quota: event.target.value })}
          />
        </Field>
        <Field label={t("exampleMargin")}>
          <Input
            inputMode="decimal"
            maxLength={10}
            className="num"
            value={of.margin}
            onChange={(event) => onChange({ ...of, margin: event.target.value })}
          />
        </Field>
      </div>
      {terms ? (
        <table className="mt-2 w-full border-collapse text-xs">
          <thead>
            <tr className="border-hair border-b text-ink-3">
              <th className="py-1 text-left font-normal">{t("exampleAt")}</th>
              {exampleSteps.map((step) => (
                <th key={step} className={`${cell} font-normal`}>
                  {points(step, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, values }) => (
              <tr key={key} className="border-hair border-b">
                <th className="py-1 text-left font-normal text-ink-2">{label}</th>
                {exampleSteps.map((step, place) => (
                  <td key={step} className={cell}>
                    {exampleFigure(values[place] ?? 0n, currency, locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <th className="py-1.5 text-left">{t("payout")}</th>
              {exampleSteps.map((step, place) => (
                <td key={step} className={cell}>
                  {exampleFigure(slips[place]?.payout ?? 0n, currency, locale)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      ) : (
        <p className="mt-2 text-ink-3">{t("exampleFaults")}</p>
      )}
      <p className="mt-2 text-ink-3 text-xs">{t("exampleHint")}</p>
    </Section>
  );
}
