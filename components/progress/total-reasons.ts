import { useLocale, useTranslations } from "next-intl";
import type { Reason } from "@/components/ui/why";
import type { Progress } from "@/lib/features/progress/queries/progress";
import { shortDay } from "@/lib/i18n/format";
import { progressHref } from "./progress-href";
import { useSums } from "./sums";

type Missing = "attainment" | "deviation" | "forecast" | "required" | "growth";
type Given = "fact" | "newShare" | "growthShare" | "touch";
export type TotalReasons = Record<Missing, Reason | null> & Record<Given, Reason>;

/** Why each figure of the total is what it is, with its rows: the months that make it. Null where there is no such figure. */
export function useTotalReasons(progress: Progress): TotalReasons {
  const t = useTranslations("progress.figures");
  const titles = useTranslations("progress.columnTitle");
  const locale = useLocale();
  const { state, total, today, currency, span } = progress;
  const { full } = useSums(currency);
  const { fact, plan, attainment, toDate, deviation, forecast, required, growth } = total.standing;
  const why = {
    asOf: t("asOf", { from: shortDay(span.days.startsOn, locale, today), to: shortDay(today, locale, today) }),
    rows: { href: progressHref(state, { by: "month" }), label: t("rows") },
  };
  return {
    fact: { ...why, definition: t("factWhy") },
    attainment:
      attainment.share === null || plan === null
        ? null
        : {
            ...why,
            definition: t("attainmentWhy"),
            formula: t("attainmentFormula", { fact: full(fact), plan: full(plan) }),
          },
    deviation:
      deviation === null || toDate === null
        ? null
        : {
            ...why,
            definition: t("deviationWhy"),
            formula: t("deviationFormula", { fact: full(fact), toDate: full(toDate) }),
          },
    forecast:
      forecast.value === null
        ? null
        : {
            ...why,
            definition: t("forecastWhy", { value: full(forecast.value) }),
            formula: t(`method.${forecast.method}`),
          },
    required:
      required.state === "needed"
        ? {
            ...why,
            definition: t("requiredWhy"),
            formula: t("requiredFormula", { gap: full(required.gap), days: String(progress.daysLeft) }),
          }
        : null,
    growth: growth === null ? null : { ...why, definition: t("growthWhy") },
    newShare: {
      ...why,
      definition: titles("newShare"),
      rows: { ...why.rows, href: progressHref(state, { by: "source" }) },
    },
    growthShare: {
      ...why,
      definition: titles("growthShare"),
      rows: { ...why.rows, href: progressHref(state, { by: "source" }) },
    },
    touch: { asOf: why.asOf, definition: titles("touch") },
  };
}
