import { Overview } from "@/components/clients/overview";
import { loadClient } from "@/lib/features/clients/queries";
import { ClientPage, tabTitle } from "./client-page";

export const generateMetadata = () => tabTitle("overview");

export default async function ClientOverviewPage({ params }: PageProps<"/clients/[clientId]">) {
  const overview = await loadClient((await params).clientId);
  return (
    <ClientPage client={overview.client}>
      <Overview {...overview} />
    </ClientPage>
  );
}
