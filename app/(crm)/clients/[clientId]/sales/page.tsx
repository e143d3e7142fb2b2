import { getLocale } from "next-intl/server";
import { SalesTab } from "@/components/sales/sales-tab";
import { ClientTargetsCard } from "@/components/targets/client-targets-card";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadClientSales, loadClientTargets } from "@/lib/features/clients/queries/client-sales";
import { clientMessages } from "@/lib/i18n/client-messages";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("sales");

export default async function ClientSalesPage({ params }: PageProps<"/clients/[clientId]/sales">) {
  const { clientId } = await params;
  const [{ client, sales }, targets] = await Promise.all([loadClientSales(clientId), loadClientTargets(clientId)]);
  return (
    <ClientPage client={client}>
      <MoreMessages messages={clientMessages(await getLocale(), ["sales"])}>
        <SalesTab
          clientId={client.id}
          sales={sales}
          mayEdit={client.may.edit}
          targets={<ClientTargetsCard clientId={client.id} targets={targets} currency={sales.currency} />}
        />
      </MoreMessages>
    </ClientPage>
  );
}
