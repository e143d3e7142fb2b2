import {
  addTag,
  archiveClient,
  createClient,
  createTag,
  findClientDuplicates,
  listClientChoices,
  removeTag,
  searchClients,
  searchEverything,
  updateClient,
} from "@/lib/features/clients/actions";
import { loadClient, loadClientBusiness, loadClientPeople } from "@/lib/features/clients/queries";
import { probe } from "./probe";

const form = {
  kind: "entrepreneur" as const,
  name: "Another name",
  legalName: "",
  inn: "",
  kpp: "",
  ogrn: "",
  city: "",
  zone: "Asia/Omsk",
  website: "",
  tier: "B" as const,
  workMode: "reactive" as const,
  since: "2020-01-01",
  note: "",
};

export default [
  probe.query(loadClient, { args: (ids) => [ids.client] }),
  probe.query(loadClientBusiness, { args: (ids) => [ids.client] }),
  probe.query(loadClientPeople, { args: (ids) => [ids.client] }),

  probe.action(createClient, {
    input: (ids) => ({
      ...form,
      parentId: ids.client,
      ownerId: "",
      industryId: ids.industry,
      regionId: ids.region,
      tagIds: [ids.tag],
    }),
  }),
  probe.action(createClient, {
    input: (ids) => ({ ...form, parentId: "", ownerId: ids.member, industryId: "", regionId: "", tagIds: [] }),
    // Whom a KAM cannot give a client to does not exist for that purpose.
    refuses: { kam: "not-found" },
  }),
  probe.action(updateClient, {
    input: (ids) => ({
      ...form,
      id: ids.client,
      version: 1,
      inn: ids.inn,
      industryId: ids.industry,
      regionId: ids.region,
      tagIds: [ids.tag],
    }),
    tells: { inn: "whoever registers a taken INN is told that it is taken (13.7)" },
    harmless: { inn: "an INN that nobody has may be given to an own client" },
    leaves: ["notice", "audit_entry", "idempotency_key"],
  }),
  probe.action(archiveClient, { input: (ids) => ({ id: ids.client2, archived: true }) }),
  probe.action(addTag, { input: (ids) => ({ clientIds: [ids.client, ids.client2], tagId: ids.unusedTag }) }),
  probe.action(removeTag, { input: (ids) => ({ clientIds: [ids.client], tagId: ids.tag }) }),
  probe.action(createTag, { input: () => ({ name: "A new word" }) }),

  probe.lookup(listClientChoices, { input: () => ({}) }),
  probe.lookup(searchClients, { input: (ids) => ({ query: ids.word, except: ids.client2 }) }),
  probe.lookup(findClientDuplicates, {
    input: (ids) => ({ name: `client ${ids.word}`, inn: ids.inn, kpp: "", except: ids.client2 }),
  }),
  probe.lookup(searchEverything, { input: (ids) => ({ query: ids.word }) }),
];
