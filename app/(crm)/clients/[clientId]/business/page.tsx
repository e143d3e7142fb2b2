import { AddressList } from "@/components/addresses/address-list";
import { NeedList } from "@/components/needs/need-list";
import { KeyNumbers } from "@/components/numbers/key-numbers";
import { BusinessProfile } from "@/components/profile/business-profile";
import { loadClientBusiness } from "@/lib/features/clients/queries";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("business");

export default async function ClientBusinessPage({ params }: PageProps<"/clients/[clientId]/business">) {
  const { client, numbers, profile, needs, addresses, people } = await loadClientBusiness((await params).clientId);
  const { id, today, currency } = client;
  const mayEdit = client.may.edit;
  return (
    <ClientPage client={client} words={["numbers", "profile", "needs", "addresses"]}>
      <div className="grid max-w-[980px] gap-3.5">
        <KeyNumbers
          clientId={id}
          numbers={numbers}
          people={people}
          currency={currency}
          today={today}
          mayEdit={mayEdit}
        />
        <div id="needs" className="scroll-mt-4">
          <NeedList clientId={id} needs={needs} people={people} today={today} mayEdit={mayEdit} />
        </div>
        <div id="profile" className="scroll-mt-4">
          <BusinessProfile clientId={id} profile={profile} mayEdit={mayEdit} />
        </div>
        <AddressList clientId={id} addresses={addresses} people={people} mayEdit={mayEdit} />
      </div>
    </ClientPage>
  );
}
