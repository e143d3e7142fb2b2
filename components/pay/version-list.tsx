import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import type { PayPlanRow } from "@/lib/features/pay/queries/plans";
import { periodWords } from "@/lib/i18n/pay-words";

/** Versions of a plan, the newest first, and from when each counts. */
export function VersionList({ plan }: { plan: PayPlanRow }) {
  const t = useTranslations("payPlans");
  const locale = useLocale();
  return (
    <Section title={t("versions")}>
      <ul>
        {plan.versions.map(({ id, number, inForceFrom }) => (
          <li key={id} className="flex items-baseline gap-2 border-hair border-b py-1.5 last:border-b-0">
            <span className="flex-1">{t("version", { number: String(number) })}</span>
            {inForceFrom ? (
              <span className="text-ink-2">
                {t("since", { month: periodWords({ startsOn: inForceFrom, months: 1 }, locale) })}
              </span>
            ) : (
              <Badge>{t("draft")}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
