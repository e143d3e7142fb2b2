import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { PlanSheet } from "@/lib/features/plans/queries";
import { day, longDay, money } from "@/lib/i18n/format";
import { stateTone } from "./plan-words";

/** Every version, the newest first: whose it was, why, and how it differs from the one shown. */
export function VersionList({ sheet }: { sheet: PlanSheet }) {
  const t = useTranslations("plans");
  const locale = useLocale();
  return (
    <Section
      title={t("versions.title")}
      flush
      className="mt-4"
      action={<TableExport table="plan-versions" also={{ plan: sheet.id }} label={t("versions.title")} />}
    >
      <ul>
        {sheet.versions.map((one) => {
          const about = [
            one.createdBy && t("versions.created", { name: one.createdBy }),
            day(one.createdAt.slice(0, 10), locale),
            one.approvedBy && t("versions.approved", { name: one.approvedBy }),
            one.inForceFrom && t("line.inForce", { day: longDay(one.inForceFrom, locale) }),
            one.reason,
          ].filter(Boolean);
          return (
            <li
              key={one.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-0"
            >
              <Link
                href={`/plans/${one.id}`}
                aria-current={one.id === sheet.id ? "page" : undefined}
                className="font-medium hover:underline"
              >
                {t("versions.number", { number: String(one.number) })}
              </Link>
              <Badge tone={stateTone[one.status]}>{t(`state.${one.status}`)}</Badge>
              <span className="num" title={money(one.figure, sheet.currency, locale)}>
                {money(one.figure, sheet.currency, locale, { short: true })}
              </span>
              <span className="min-w-0 text-ink-2 text-xs">{about.join(" · ")}</span>
              {one.id !== sheet.id && (
                <Link
                  href={`/plans/${sheet.id}/compare?with=${one.id}`}
                  className="ml-auto text-green text-xs hover:underline"
                >
                  {t("versions.compare")}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
