import { getLocale } from "next-intl/server";
import { LinesTable } from "@/components/sales/lines-table";
import { MoreMessages } from "@/components/ui/more-messages";
import { loadClientSaleLines } from "@/lib/features/clients/queries/client-sales";
import { saleLineFilter } from "@/lib/features/sales/schema";
import { clientMessages } from "@/lib/i18n/client-messages";
import { ClientPage, tabTitle } from "../../client-page";

export const generateMetadata = () => tabTitle("sales");

export default async function ClientSaleLinesPage({
  params,
  searchParams,
}: PageProps<"/clients/[clientId]/sales/lines">) {
  const filter = saleLineFilter.parse(await searchParams);
  const { client, lines } = await loadClientSaleLines((await params).clientId, filter);
  return (
    <ClientPage client={client}>
      <MoreMessages messages={clientMessages(await getLocale(), ["sales"])}>
        <LinesTable clientId={client.id} lines={lines} today={client.today} />
      </MoreMessages>
    </ClientPage>
  );
}
