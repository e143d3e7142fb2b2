import { useLocale, useTranslations } from "next-intl";
import { sumOf } from "@/lib/domain/money";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { longDay, money, monthName, percent } from "@/lib/i18n/format";

/** "120 M ₽ · last year 104 M ₽ · +15 % to last year": what the plan is, in a line. */
export function PlanLine({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans.line");
  const locale = useLocale();
  const before = sumOf(sheet.lastYear);
  const short = (amount: bigint) => money(amount, sheet.currency, locale, { short: true });
  const { keptBefore } = sheet.rule;
  const from = sheet.versions.find(({ id }) => id === sheet.id)?.inForceFrom;
  const parts = [
    before > 0n && t("lastYear", { sum: short(before) }),
    sheet.growth !== null && t("growth", { growth: percent(sheet.growth, locale, { sign: true, digits: 1 }) }),
    from && t("inForce", { day: longDay(from, locale) }),
    keptBefore && t("kept", { month: monthName(Number(keptBefore.slice(5, 7)), locale) }),
    sheet.missing > 0 && sheet.status === "draft" && t("missing", { count: sheet.missing }),
  ].filter(Boolean);
  return (
    <>
      <span className="font-medium text-ink" title={money(sheet.figure, sheet.currency, locale)}>
        {short(sheet.figure)}
      </span>
      {parts.map((part) => ` · ${part}`)}
    </>
  );
}
