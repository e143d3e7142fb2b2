import { useLocale, useTranslations } from "next-intl";
import type { Reason } from "@/components/ui/why";
import type { Months } from "@/lib/domain/closed-months";
import { growthGap } from "@/lib/domain/growth";
import type { Comparison } from "@/lib/features/sales/queries/client-sales";
import { money } from "@/lib/i18n/format";
import { lastMonth, linesHref, monthLabel } from "./sales-words";

/** What stands behind two figures of a client that are compared: their definition, why there is no growth if there is none, the lines. */
export function useComparisonReason(
  clientId: string,
  currency: string,
): (definition: string, span: Months, compared: Comparison) => Reason {
  const t = useTranslations("sales");
  const words = useTranslations("words");
  const locale = useLocale();
  const short = (amount: bigint) => money(amount, currency, locale, { short: true });
  return (definition, span, { amount, before, growth }) => {
    const gap = growth === null ? words(`growth.${growthGap(amount, before)}`) : null;
    return {
      definition: gap ? `${definition} ${t("noGrowth", { gap })}` : definition,
      formula: t("growthFormula", { later: short(amount), earlier: short(before) }),
      asOf: t("period", { from: monthLabel(span.from, locale), to: lastMonth(span, locale) }),
      rows: { href: linesHref(clientId, span), label: t("rows") },
    };
  };
}
