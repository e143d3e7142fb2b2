import { getLocale } from "next-intl/server";
import { Overview } from "@/components/clients/overview";
import { ClientPlan } from "@/components/progress/client-plan";
import { ClientSalesSummary } from "@/components/sales/client-summary";
import { Lately } from "@/components/timeline/lately";
import { LastTalk } from "@/components/touches/last-talk";
import { PromiseList } from "@/components/touches/promise-list";
import { TouchClockMark } from "@/components/touches/touch-clock";
import { loadClient } from "@/lib/features/clients/queries";
import { ClientPage, tabTitle } from "./client-page";

export const generateMetadata = () => tabTitle("overview");

export default async function ClientOverviewPage({ params }: PageProps<"/clients/[clientId]">) {
  const overview = await loadClient((await params).clientId, await getLocale());
  const { client, heard, touch } = overview;
  const { id, today } = client;
  const clocks = new Map(
    touch?.people.map((person) => [
      person.contactId,
      <TouchClockMark key={person.contactId} clock={person} today={today} />,
    ]),
  );
  return (
    <ClientPage client={client}>
      <Overview {...overview} clocks={clocks}>
        <LastTalk clientId={id} heard={heard} today={today} zone={overview.zone} />
        <ClientPlan clientId={id} marks={overview.plan} currency={overview.sales.currency} today={today} />
        <ClientSalesSummary clientId={id} sales={overview.sales} />
        <PromiseList clientId={id} promises={heard.promises} today={today} mayEdit={client.may.log} />
        <Lately clientId={id} story={overview.story} told={heard.talk?.id} />
      </Overview>
    </ClientPage>
  );
}
