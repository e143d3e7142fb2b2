import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { Why } from "@/components/ui/why";
import type { PayPage } from "@/lib/features/pay/queries";
import { money } from "@/lib/i18n/format";
import { WhatIfSlider } from "./what-if-slider";

/** R36: what is earned now, at the forecast, at 100 % and at 120 % of the plan; and a slider over the same function. */
export function ScenarioRow({ scenarios, whatIf, currency }: Pick<PayPage, "scenarios" | "whatIf" | "currency">) {
  const t = useTranslations("pay");
  const locale = useLocale();
  if (scenarios.length === 0) return null;
  const known = scenarios.filter(({ payout, revenue }) => payout !== null && revenue !== null);
  // Nobody who has neither a plan of sales nor sales of their own asks what selling more would bring.
  const sells = whatIf !== null && (whatIf.quota !== null || whatIf.revenue !== "0");
  return (
    <Section title={t("scenarios.title")}>
      <StatRow className="sm:grid">
        {known.map(({ name, payout, revenue }) => (
          <Stat
            key={name}
            value={
              payout !== null &&
              revenue !== null && (
                <Why
                  align="start"
                  label={`${t(`scenarios.${name}`)}: ${money(payout, currency, locale)}`}
                  reason={{
                    definition: t(`scenarios.why.${name}`),
                    formula: t("scenarios.formula", {
                      revenue: money(revenue, currency, locale),
                      payout: money(payout, currency, locale),
                    }),
                  }}
                >
                  {money(payout, currency, locale, { short: true })}
                </Why>
              )
            }
            label={t(`scenarios.${name}`)}
            title={payout === null ? undefined : money(payout, currency, locale)}
          />
        ))}
      </StatRow>
      <p className="mt-2 text-ink-3 text-xs">
        {t("scenarios.hint")}
        {known.every(({ name }) => name !== "atPlan") && ` ${t("scenarios.unplanned")}`}
      </p>
      {sells && <WhatIfSlider whatIf={whatIf} currency={currency} />}
    </Section>
  );
}
