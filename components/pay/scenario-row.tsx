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
  return (
    <Section title={t("scenarios.title")}>
      <StatRow>
        {scenarios.map(({ name, payout, revenue }) => (
          <Stat
            key={name}
            value={
              payout === null || revenue === null ? (
                t("scenarios.unknown")
              ) : (
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
      <p className="mt-2 text-ink-3 text-xs">{t("scenarios.hint")}</p>
      {whatIf && <WhatIfSlider whatIf={whatIf} currency={currency} />}
    </Section>
  );
}
