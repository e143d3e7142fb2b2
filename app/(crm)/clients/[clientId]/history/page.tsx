import { getTranslations } from "next-intl/server";
import { AssignmentHistory } from "@/components/assignments/assignment-history";
import { Section } from "@/components/ui/card";
import { loadClientView } from "@/lib/features/clients/queries";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("history");

export default async function ClientHistoryPage({ params }: PageProps<"/clients/[clientId]/history">) {
  const client = await loadClientView((await params).clientId);
  const t = await getTranslations("clients");
  return (
    <ClientPage client={client}>
      <Section title={t("historyTitle")} className="max-w-[820px]">
        <AssignmentHistory entries={client.story} today={client.today} mayEdit={client.may.assign} />
      </Section>
    </ClientPage>
  );
}
