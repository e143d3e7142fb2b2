import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { TableExport } from "@/components/exports/table-export";
import { ClientLoss } from "@/components/pay/client-loss";
import { ProgressScreen } from "@/components/progress/progress-screen";
import { spanLabel } from "@/components/progress/progress-words";
import { Page } from "@/components/ui/page";
import { PrintButton } from "@/components/ui/print-button";
import { SkeletonLines } from "@/components/ui/skeleton";
import { loadPayLoss } from "@/lib/features/pay/queries/client-loss";
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
      <ProgressScreen
        progress={progress}
        label={label}
        year={year}
        lostPay={
          progress.loss &&
          progress.seesPay && (
            <Suspense fallback={<SkeletonLines lines={1} />}>
              <LostPay client={progress.loss.id} />
            </Suspense>
          )
        }
      />
    </Page>
  );
}

/** Asked only for a client that is named: it reads the pay of a year. */
async function LostPay({ client }: { client: string }) {
  return <ClientLoss loss={await loadPayLoss(client)} />;
}
