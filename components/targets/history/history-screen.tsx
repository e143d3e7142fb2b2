import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { ChipLink } from "@/components/ui/chip";
import type { HistoryPage } from "@/lib/features/targets/queries/history";
import { spanWords } from "../span-words";
import { subjectChoices } from "../subject-choices";
import { TargetFrame } from "../target-frame";
import { historyHref } from "../target-href";
import { HistoryTable } from "./history-table";
import { MemberHistory } from "./member-history";

/** Past periods of a person, team or client: attainment of each measure, and the score. */
export function HistoryScreen({ page }: { page: HistoryPage }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const { filter, periods } = page;
  const words = (at: string | undefined) => (at ? spanWords({ span: filter.span, at }, locale) : "");
  return (
    <TargetFrame
      {...page}
      period={`${words(periods[0])} – ${words(periods.at(-1))}`}
      choices={subjectChoices(page, t("team"), (subject, of) => historyHref(filter, { subject, of }))}
      actions={<TableExport table="target-history" />}
      chips={
        <nav aria-label={t("period")} className="flex flex-wrap gap-1.5">
          {(["month", "quarter", "year"] as const).map((span) => (
            <ChipLink key={span} href={historyHref(filter, { span })} active={span === filter.span}>
              {t(`history.spans.${span}`)}
            </ChipLink>
          ))}
        </nav>
      }
    >
      <div className="grid grid-cols-1 gap-3.5 pb-3.5">
        <HistoryTable page={page} />
        {page.members.length > 0 && <MemberHistory page={page} />}
      </div>
    </TargetFrame>
  );
}
