import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TableExport } from "@/components/exports/table-export";
import { TeamDialog } from "@/components/teams/team-dialog";
import { TeamTree } from "@/components/teams/team-tree";
import { TeamsBar } from "@/components/teams/teams-bar";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadTeams } from "@/lib/features/teams/queries";
import { teamsFilter } from "@/lib/features/teams/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("title") };
}

export default async function TeamsPage({ searchParams }: PageProps<"/admin/teams">) {
  const filter = teamsFilter.parse(await searchParams);
  const teams = await loadTeams(filter);
  const t = await getTranslations("teams");
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["teams"])}>
      <Page
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          <>
            {teams.tree.length > 0 && <TableExport table="teams" />}
            <TeamDialog kind="create" tree={teams.tree} today={teams.today} />
          </>
        }
      >
        <TeamsBar on={teams.on} today={teams.today} closed={teams.closed} showClosed={filter.closed} />
        <TeamTree teams={teams} />
      </Page>
    </MoreMessages>
  );
}
