import { getTranslations } from "next-intl/server";
import { TransferButton } from "@/components/assignments/transfer-button";
import { ContractList } from "@/components/contracts/contract-list";
import { loadClientContracts } from "@/lib/features/contracts/queries";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("contracts");

export default async function ClientContractsPage({ params }: PageProps<"/clients/[clientId]/contracts">) {
  const { client, contracts, owned } = await loadClientContracts((await params).clientId);
  const t = await getTranslations("contracts");
  const { id, name, today, currency, may } = client;
  return (
    <ClientPage client={client} words={["contracts"]}>
      <ContractList
        clientId={id}
        contracts={contracts}
        owned={owned}
        assign={
          may.assign && (
            <TransferButton clients={[{ id, name }]} size="sm">
              {t("assign")}
            </TransferButton>
          )
        }
        currency={currency}
        today={today}
        mayEdit={may.edit}
      />
    </ClientPage>
  );
}
