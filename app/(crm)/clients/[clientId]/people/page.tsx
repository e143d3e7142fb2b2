import { PeopleList } from "@/components/contacts/people-list";
import { ClientPartners } from "@/components/partners/client-partners";
import { loadClientPeople } from "@/lib/features/clients/queries";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("people");

export default async function ClientPeoplePage({ params }: PageProps<"/clients/[clientId]/people">) {
  const { client, contacts, coverage, partners, me } = await loadClientPeople((await params).clientId);
  return (
    <ClientPage client={client} words={["relations", "partners"]}>
      <PeopleList
        clientId={client.id}
        contacts={contacts}
        coverage={coverage}
        me={me}
        clientZone={client.zone ?? client.regionZone}
        now={client.now}
        mayEdit={client.may.edit}
      />
      <div className="mt-3.5 max-w-[980px]">
        <ClientPartners clientId={client.id} partners={partners} mayEdit={client.may.edit} />
      </div>
    </ClientPage>
  );
}
