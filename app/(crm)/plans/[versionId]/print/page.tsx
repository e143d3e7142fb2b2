import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PaperFigures, PaperSheet } from "@/components/plans/paper-sheet";
import { PlanLine } from "@/components/plans/plan-line";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { PrintButton } from "@/components/ui/print-button";
import { loadPlan } from "@/lib/features/plans/queries";
import { longDay } from "@/lib/i18n/format";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

/** The sheet of a plan as it goes on paper: whole, where the grid on the screen holds only the rows in sight. */
export default async function PlanPaper({ params }: PageProps<"/plans/[versionId]/print">) {
  const sheet = await loadPlan((await params).versionId);
  const [t, locale] = [await getTranslations("plans"), await getLocale()];
  const number = sheet.versions.find(({ id }) => id === sheet.id)?.number ?? 1;
  return (
    <Page
      className="wide-paper"
      back={
        <Link href={`/plans/${sheet.id}`} data-print="none">
          {t("back")}
        </Link>
      }
      title={`${t("year", { year: String(sheet.year) })} · ${sheet.member.name}`}
      subtitle={
        <>
          {t("versions.number", { number: String(number) })} · {t(`state.${sheet.status}`)} · <PlanLine sheet={sheet} />
          {" · "}
          {t("paper.asOf", { day: longDay(sheet.today, locale) })}
        </>
      }
      actions={<PrintButton label={t("paper.open")} />}
    >
      {sheet.figures.length > 0 ? <PaperFigures sheet={sheet} /> : <PaperSheet sheet={sheet} />}
    </Page>
  );
}
