import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanActions } from "@/components/plans/plan-actions";
import { PlanExport } from "@/components/plans/plan-export";
import { PlanLine } from "@/components/plans/plan-line";
import { stateTone } from "@/components/plans/plan-words";
import { ShareTable } from "@/components/plans/share-table";
import { SheetView } from "@/components/plans/sheet-view";
import { VersionList } from "@/components/plans/version-list";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadPlan, loadPlanShares } from "@/lib/features/plans/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

export default async function PlanPage({ params }: PageProps<"/plans/[versionId]">) {
  const { versionId } = await params;
  const sheet = await loadPlan(versionId);
  const shares = sheet.kind === "book" ? [] : await loadPlanShares(versionId);
  const t = await getTranslations("plans");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["plans"])}>
      <Page
        back={<Link href={`/plans?year=${sheet.year}`}>{t("back")}</Link>}
        title={`${t("year", { year: String(sheet.year) })} · ${sheet.member.name}`}
        badges={
          <>
            {sheet.kind !== "book" && <Badge>{t(`kind.${sheet.kind}`)}</Badge>}
            <Badge tone={stateTone[sheet.status]}>{t(`state.${sheet.status}`)}</Badge>
          </>
        }
        subtitle={<PlanLine sheet={sheet} />}
        actions={
          <>
            <PlanExport versionId={sheet.id} />
            <PlanActions key={sheet.id} sheet={sheet} />
          </>
        }
      >
        <SheetView key={sheet.id} sheet={sheet} />
        {shares.length > 0 && <ShareTable sheet={sheet} shares={shares} />}
        <VersionList sheet={sheet} />
      </Page>
    </MoreMessages>
  );
}
