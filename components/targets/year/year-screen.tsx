import { useLocale, useTranslations } from "next-intl";
import { TableExport } from "@/components/exports/table-export";
import { Card } from "@/components/ui/card";
import { ChipLink } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { addMonths } from "@/lib/domain/calendar-date";
import type { YearPage } from "@/lib/features/targets/queries/year";
import { measureName } from "@/lib/i18n/measure-text";
import { spanWords } from "../span-words";
import { subjectChoices } from "../subject-choices";
import { TargetFrame } from "../target-frame";
import { yearHref } from "../target-href";
import { YearGrid } from "./year-grid";

/** The targets of a year: of a person or client all measures, of a team one measure with its people. */
export function YearScreen({ page }: { page: YearPage }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const { filter } = page;
  const years = [-1, 0, 1].map((by) => addMonths(filter.at, by * 12));
  const words = (at: string) => spanWords({ span: "year", at }, locale);
  return (
    <TargetFrame
      {...page}
      filter={{ ...filter, span: "year" }}
      period={words(filter.at)}
      choices={subjectChoices(page, t("team"), (subject, of) => yearHref(filter, { subject, of }))}
      actions={
        <TableExport
          table="target-year"
          also={{ subject: filter.subject, of: filter.of, ...(filter.measure && { measure: filter.measure }) }}
        />
      }
      chips={
        <>
          <nav aria-label={t("period")} className="flex flex-wrap gap-1.5">
            {years.map((at) => (
              <ChipLink key={at} href={yearHref(filter, { at })} active={at === filter.at}>
                {words(at)}
              </ChipLink>
            ))}
          </nav>
          {filter.subject === "team" && (
            <nav aria-label={t("columns.measure")} className="flex flex-wrap gap-1.5">
              {page.measures.map((measure) => (
                <ChipLink
                  key={measure.id}
                  href={yearHref(filter, { measure: measure.id })}
                  active={measure.id === filter.measure}
                >
                  {measureName(measure, locale)}
                </ChipLink>
              ))}
            </nav>
          )}
        </>
      }
    >
      {page.rows.length === 0 ? (
        <Card className="mb-3.5">
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        </Card>
      ) : (
        <YearGrid page={page} />
      )}
    </TargetFrame>
  );
}
