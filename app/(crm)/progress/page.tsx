import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TableExport } from "@/components/exports/table-export";
import { PrintButton } from "@/components/progress/print-button";
import { ProgressScreen } from "@/components/progress/progress-screen";
import { spanLabel } from "@/components/progress/progress-words";
import { Page } from "@/components/ui/page";
import { loadProgress } from "@/lib/features/progress/queries";
import { progressFilter } from "@/lib/features/progress/schema";
import { longDay } from "@/lib/i18n/format";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("progress");
  return { title: t("title") };
}

export default async function ProgressPage({ searchParams }: PageProps<"/progress">) {
  const progress = await loadProgress(progressFilter.parse(await searchParams));
  const [t, locale] = [await getTranslations("progress"), await getLocale()];
  const { span, today, whose } = progress;
  const label = spanLabel(span, t, locale, today);
  const year = spanLabel({ ...span, period: { kind: "year", year: span.period.year } }, t, locale, today);
  return (
    <Page
      title={t("title")}
      subtitle={t("subtitle", { whose: t(`whose.${whose}`), period: label, day: longDay(today, locale) })}
      actions={
        <>
          <TableExport table="progress" />
          <PrintButton label={t("print")} />
        </>
      }
    >
      <ProgressScreen progress={progress} label={label} year={year} />
    </Page>
  );
}
