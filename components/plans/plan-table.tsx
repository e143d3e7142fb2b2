import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { PlanList } from "@/lib/features/plans/queries";
import { longDay, money } from "@/lib/i18n/format";
import { stateTone } from "./plan-words";

/** The plans of a year: the company's, the teams', then every book's. */
export function PlanTable({ plans }: { plans: PlanList }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-sheet">
      <table className="w-full">
        <thead className="text-left text-ink-3 text-xs">
          <tr className="border-line border-b [&>th]:h-8.5 [&>th]:whitespace-nowrap [&>th]:px-3 [&>th]:font-medium">
            <th>{t("list.who")}</th>
            <th className="max-sm:hidden">{t("form.kind")}</th>
            <th className="text-right">{t("list.figure")}</th>
            <th className="text-right max-sm:hidden">{t("list.clients")}</th>
            <th>{t("list.status")}</th>
            <th className="max-sm:hidden">{t("list.version")}</th>
          </tr>
        </thead>
        <tbody>
          {plans.plans.map((plan) => (
            <tr
              key={plan.planId}
              className="border-hair border-b last:border-0 hover:bg-[var(--hover)] [&>td]:h-row [&>td]:px-3"
            >
              <td>
                <Link href={`/plans/${plan.versionId}`} className="font-medium hover:underline">
                  {plan.memberName}
                </Link>
                {plan.teamName && <span className="text-ink-3 max-sm:hidden"> · {plan.teamName}</span>}
              </td>
              <td className="text-ink-2 max-sm:hidden">{t(`kind.${plan.kind}`)}</td>
              <td className="num text-right" title={money(plan.figure, plans.currency, locale)}>
                {money(plan.figure, plans.currency, locale, { short: true })}
              </td>
              <td className="num text-right text-ink-2 max-sm:hidden">{plan.clients > 0 ? plan.clients : "—"}</td>
              <td>
                <Badge tone={stateTone[plan.status]}>{t(`state.${plan.status}`)}</Badge>
              </td>
              <td className="whitespace-nowrap text-ink-2 max-sm:hidden">
                {plan.number}
                {plan.inForceFrom && ` · ${t("list.since", { day: longDay(plan.inForceFrom, locale) })}`}
                {plan.standing && (
                  <Link href={`/plans/${plan.standing.versionId}`} className="text-ink-3 hover:underline">
                    {" · "}
                    {t("list.standing", { sum: money(plan.standing.figure, plans.currency, locale, { short: true }) })}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
