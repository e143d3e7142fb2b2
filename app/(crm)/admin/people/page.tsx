import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LeaveButton } from "@/components/assignments/leave-button";
import { InviteDialog } from "@/components/people/invite-dialog";
import { OpenInvitations } from "@/components/people/open-invitations";
import { PeopleTable } from "@/components/people/people-table";
import { MoreMessages } from "@/components/ui/more-messages";
import { Page } from "@/components/ui/page";
import { loadPeople } from "@/lib/features/people/queries";
import { peopleFilter } from "@/lib/features/people/schema";
import { clientMessages } from "@/lib/i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const filter = peopleFilter.parse(await searchParams);
  const people = await loadPeople(filter);
  const t = await getTranslations("people");
  const mayLeave = people.open && !people.open.self && !people.open.leftOn ? people.open : null;
  const invite = <InviteDialog teams={people.teams} locale={people.company.locale} server={people.server} />;
  return (
    <MoreMessages messages={clientMessages(await getLocale(), ["people", "assignments"])}>
      <Page title={t("title")} subtitle={t("subtitle", { count: people.here })} actions={invite}>
        <OpenInvitations rows={people.invitations} zone={people.zone} server={people.server} />
        <PeopleTable
          people={people}
          filter={filter}
          leave={mayLeave && <LeaveButton key={mayLeave.id} member={mayLeave} today={people.today} />}
        />
      </Page>
    </MoreMessages>
  );
}
