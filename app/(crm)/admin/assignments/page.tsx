import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EndingList } from "@/components/assignments/ending-list";
import { HoldersTable } from "@/components/assignments/holders-table";
import { RecentList } from "@/components/assignments/recent-list";
import { UnownedCard } from "@/components/assignments/unowned-card";
import { UpcomingList } from "@/components/assignments/upcoming-list";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadAssignments } from "@/lib/features/assignments/queries";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assignments");
  return { title: t("title") };
}

export default async function AssignmentsPage() {
  const { today, reach, zone, holders, unowned, ending, upcoming, recent } = await loadAssignments();
  const t = await getTranslations("assignments");
  const owned = holders.reduce((sum, { clients }) => sum + clients, 0);
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["assignments"])}>
      <Page title={t("title")} subtitle={t("summary", { people: holders.length, clients: owned })}>
        <div className="flex flex-col gap-4">
          <UnownedCard unowned={unowned} today={today} />
          <HoldersTable holders={holders} upcoming={upcoming} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <UpcomingList upcoming={upcoming} today={today} />
            <EndingList ending={ending} today={today} />
          </div>
          <RecentList orders={recent} own={reach !== "all"} today={today} zone={zone} />
        </div>
      </Page>
    </MoreMessages>
  );
}
