import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Why } from "@/components/ui/why";
import type { Today } from "@/lib/features/today/queries";
import { relativeDays, shortDay } from "@/lib/i18n/format";
import { DuePromises } from "./due-promises";
import { TodayRow } from "./today-row";

/** Whom to call today and why; beside it what is promised and who celebrates this week. */
export function TodayView({ view, plan }: { view: Today; plan?: ReactNode }) {
  const t = useTranslations("today");
  const locale = useLocale();
  const rest = view.total - view.rows.length;
  return (
    <div className="grid items-start gap-3.5 pb-6 lg:grid-cols-[minmax(0,1fr)_320px]">
      <Section
        title={t("listTitle")}
        action={
          <>
            <Why
              label={t("why.button")}
              reason={{ definition: t("why.text"), asOf: shortDay(view.today, locale, view.today) }}
            >
              <span className="text-ink-3 text-xs">{t("why.button")}</span>
            </Why>
            {view.rows.length > 0 && <TableExport table="today" label={t("listTitle")} />}
          </>
        }
        flush
      >
        {view.rows.length === 0 ? (
          <EmptyState title={t("calm")}>{t("calmText")}</EmptyState>
        ) : (
          <ul>
            {view.rows.map((row) => (
              <TodayRow key={row.id} row={row} today={view.today} mayLog={view.may.log} />
            ))}
          </ul>
        )}
        {rest > 0 && (
          <p className="border-hair border-t px-3.5 py-2.5 text-ink-3">
            {t("more", { rest })} ·{" "}
            <Link href="/book" className="link">
              {t("toBook")}
            </Link>
          </p>
        )}
      </Section>
      <div className="grid gap-3.5">
        {plan}
        <Section
          title={t("promises")}
          action={view.promises.length > 0 && <TableExport table="today-promises" label={t("promises")} />}
        >
          {view.promises.length === 0 ? (
            <p className="py-1 text-ink-3">{t("noPromises")}</p>
          ) : (
            <DuePromises promises={view.promises} today={view.today} mayEdit={view.may.log} />
          )}
        </Section>
        <Section
          title={t("dates")}
          action={view.dates.length > 0 && <TableExport table="today-dates" label={t("dates")} />}
        >
          {view.dates.length === 0 ? (
            <p className="py-1 text-ink-3">{t("noDates")}</p>
          ) : (
            <ul>
              {view.dates.map(({ clientId, clientName, reason }) => (
                <li key={`${clientId} ${reason.name}`} className="border-hair border-b py-1.5 last:border-b-0">
                  <p className="flex justify-between gap-3">
                    <span className="min-w-0">{reason.name}</span>
                    <span className="shrink-0 text-ink-3" title={relativeDays(reason.daysAway, locale)}>
                      {shortDay(reason.on, locale, view.today)}
                    </span>
                  </p>
                  <Link href={`/clients/${clientId}/people`} className="link text-xs">
                    {clientName}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  );
}
