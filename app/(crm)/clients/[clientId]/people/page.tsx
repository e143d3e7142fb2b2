import { PeopleList } from "@/components/contacts/people-list";
import { loadClientPeople } from "@/lib/features/clients/queries";
import { ClientPage, tabTitle } from "../client-page";

export const generateMetadata = () => tabTitle("people");

export default async function ClientPeoplePage({ params }: PageProps<"/clients/[clientId]/people">) {
  const { client, contacts } = await loadClientPeople((await params).clientId);
  return (
    <ClientPage client={client}>
      <PeopleList
        clientId={client.id}
        contacts={contacts}
        clientZone={client.zone ?? client.regionZone}
        now={client.now}
        mayEdit={client.may.edit}
      />
    </ClientPage>
  );
}
