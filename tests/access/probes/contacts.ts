import {
  addFact,
  archiveContact,
  createContact,
  editFact,
  findContactDuplicates,
  removeFact,
  searchColleagues,
  searchZones,
  setTie,
  updateContact,
} from "@/lib/features/contacts/actions";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const form = (ids: Ids) => ({
  clientId: ids.client,
  name: "Another name",
  jobTitle: "",
  level: "executive" as const,
  role: "decides" as const,
  isKey: true,
  cadenceDays: "30",
  reportsToId: ids.contact,
  birthday: "1980-05-05",
  zone: "",
  note: "",
  channels: [{ kind: "email" as const, value: "a@b.example", preferred: true }],
});

const fact = (ids: Ids) => ({
  clientId: ids.client,
  contactId: ids.contact,
  kind: "interest" as const,
  content: "Sails",
  isPrivate: false,
});

export default [
  probe.action(createContact, { input: form }),
  probe.action(updateContact, { input: (ids) => ({ ...form(ids), id: ids.contact2, version: 1 }) }),
  probe.action(archiveContact, { input: (ids) => ({ id: ids.contact, clientId: ids.client, archived: true }) }),
  probe.lookup(findContactDuplicates, { input: (ids) => ({ values: [ids.phone], except: ids.contact2 }) }),
  probe.action(setTie, {
    input: (ids) => ({ clientId: ids.client, contactId: ids.contact2, memberId: ids.member, strength: 2 }),
  }),
  probe.action(addFact, { input: fact }),
  probe.action(editFact, { input: (ids) => ({ ...fact(ids), id: ids.contactFact, version: 1 }) }),
  probe.action(removeFact, {
    input: (ids) => ({ clientId: ids.client, contactId: ids.contact, id: ids.contactFact, removed: true }),
  }),
  probe.lookup(searchColleagues, { input: () => ({ query: "a" }) }),
  probe.lookup(searchZones, { input: () => ({ query: "omsk" }) }),
];
