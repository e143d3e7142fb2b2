import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import type { TargetPage } from "@/lib/features/targets/queries";
import { ScoreTable } from "./score-table";
import { SideTable } from "./side-table";
import { spanWords } from "./span-words";
import { subjectChoices } from "./subject-choices";
import { TargetFrame } from "./target-frame";
import { hrefOf } from "./target-href";

/** A scorecard: a person's, a team's or a client's measures in a period; and for who leads, people side by side. */
export function TargetScreen({ page }: { page: TargetPage }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const { filter } = page;
  const words = (at: string) => spanWords({ span: filter.span, at }, locale);
  return (
    <TargetFrame
      {...page}
      period={words(filter.at)}
      choices={subjectChoices(page, t("team"), (subject, of) => hrefOf(filter, { subject, of }))}
      actions={<TableExport table="targets" also={{ subject: filter.subject, of: filter.of }} />}
      chips={
        <>
          <nav aria-label={t("period")} className="flex flex-wrap gap-1.5">
            {(["month", "quarter", "year"] as const).map((span) => (
              <ChipLink key={span} href={hrefOf(filter, { span })} active={span === filter.span}>
                {t(`spans.${span}`)}
              </ChipLink>
            ))}
          </nav>
          <nav aria-label={t(`spans.${filter.span}`)} className="flex flex-wrap gap-1.5">
            {page.periods.toReversed().map((at) => (
              <ChipLink key={at} href={hrefOf(filter, { at })} active={at === filter.at}>
                {words(at)}
              </ChipLink>
            ))}
          </nav>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3.5 pb-3.5">
        {page.rows.length === 0 ? (
          <Card>
            <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
          </Card>
        ) : (
          <ScoreTable page={page} />
        )}
        {page.side.length > 0 && <SideTable page={page} />}
      </div>
    </TargetFrame>
  );
}
