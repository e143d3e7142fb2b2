import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Section } from "@/components/ui/card";
import type { AssignmentsPage } from "@/lib/features/assignments/queries";
import { shortDay } from "@/lib/i18n/format";
import { UndoOrder } from "./undo-order";

type Change = AssignmentsPage["upcoming"][number];
const line = { primary: "upcomingPrimary", deputy: "upcomingDeputy", specialist: "upcomingSpecialist" } as const;

/** What is ordered for later days; an order of one's own can still be taken back. */
export function UpcomingList({ upcoming, today }: { upcoming: readonly Change[]; today: string }) {
  const t = useTranslations("assignments.admin");
  const words = useTranslations("words");
  const locale = useLocale();
  return (
    <Section
      title={t("upcoming")}
      flush
      action={upcoming.length > 0 && <TableExport table="upcoming" label={t("upcoming")} />}
    >
      {upcoming.length === 0 && <p className="px-3.5 py-3 text-ink-3">{t("upcomingNone")}</p>}
      <ul>
        {upcoming.map((one) => {
          const who = t(line[one.role], { from: one.from ?? words("unassigned"), to: one.to ?? words("unassigned") });
          const names = one.clients.slice(0, 3).map(({ name }) => name);
          return (
            <li
              key={one.key}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hair border-b px-3.5 py-2 last:border-b-0"
            >
              <span className="w-16 shrink-0 text-ink-2">{shortDay(one.on, locale, today)}</span>
              <span className="min-w-0 flex-1 basis-48 break-words">
                <span className="font-medium">{who}</span>{" "}
                <span className="text-ink-2">{words("count.clients", { count: one.clients.length })}</span>
                <span className="block text-ink-2 text-xs">
                  {t("names", { names: names.join(", "), more: one.clients.length - names.length })}
                  {one.reason && ` · ${one.reason}`}
                </span>
              </span>
              {one.undo && (
                <UndoOrder transfer={one.undo} label={`${t("takeBack")}: ${who}`}>
                  {t("takeBack")}
                </UndoOrder>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
