import { getTranslations } from "next-intl/server";
import { AssignmentHistory } from "@/components/assignments/assignment-history";
import { TableExport } from "@/components/exports/table-export";
import { MergeList } from "@/components/merges/merge-list";
import { Section } from "@/components/ui/card";
import { loadClientHistory } from "@/lib/features/merges/queries";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("history");

export default async function ClientHistoryPage({ params }: PageProps<"/clients/[clientId]/history">) {
  const { client, merges } = await loadClientHistory((await params).clientId);
  const [t, merged] = await Promise.all([getTranslations("clients"), getTranslations("merges")]);
  return (
    <ClientPage client={client}>
      <Section
        title={t("historyTitle")}
        className="max-w-[820px]"
        action={
          client.story.length > 0 && (
            <TableExport table="client-team" also={{ client: client.id }} label={t("historyTitle")} />
          )
        }
      >
        <AssignmentHistory entries={client.story} today={client.today} mayEdit={client.may.assign} />
      </Section>
      {merges.length > 0 && (
        <Section
          title={merged("listTitle")}
          className="mt-3.5 max-w-[820px]"
          action={<TableExport table="client-merges" also={{ client: client.id }} label={merged("listTitle")} />}
        >
          <MergeList merges={merges} may={{ clients: client.may.merge, contacts: client.may.edit }} />
        </Section>
      )}
    </ClientPage>
  );
}
