import { POST as exportClients } from "@/app/api/exports/partner-clients/route";
import { POST as exportPeople } from "@/app/api/exports/partner-people/route";
import { POST } from "@/app/api/exports/partners/route";
import {
  archivePartner,
  archivePartnerPerson,
  createPartner,
  createPartnerPerson,
  linkPartner,
  listPartnerPeople,
  removeLink,
  searchPartners,
  updateLink,
  updatePartner,
  updatePartnerPerson,
} from "@/lib/features/partners/actions";
import { loadPartner, loadPartners } from "@/lib/features/partners/queries";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const partner = { name: "A new partner", kind: "bank" as const, city: "", website: "bank.example", note: "" };
const person = (ids: Ids) => ({
  partnerId: ids.partner,
  name: "A person",
  jobTitle: "",
  phone: "",
  email: "",
  note: "",
});
const link = (ids: Ids) => ({
  clientId: ids.client,
  partnerId: ids.unusedPartner,
  role: "bank" as const,
  personId: ids.unusedPartnerPerson,
  note: "",
});

export default [
  probe.query(loadPartners, { args: () => [{ q: "", kind: undefined }] }),
  probe.exported(POST, { query: () => ({ kind: "" }) }),
  probe.exported(exportPeople, { query: (ids) => ({ partner: ids.partner }) }),
  probe.exported(exportClients, { query: (ids) => ({ partner: ids.partner }) }),
  probe.query(loadPartner, { args: (ids) => [ids.partner] }),
  probe.action(createPartner, { input: () => partner }),
  probe.action(updatePartner, { input: (ids) => ({ ...partner, id: ids.partner, version: 1 }) }),
  probe.action(archivePartner, { input: (ids) => ({ id: ids.unusedPartner, archived: true }) }),
  probe.action(createPartnerPerson, { input: person }),
  probe.action(updatePartnerPerson, { input: (ids) => ({ ...person(ids), id: ids.partnerPerson, version: 1 }) }),
  probe.action(archivePartnerPerson, {
    input: (ids) => ({ id: ids.partnerPerson, partnerId: ids.partner, archived: true }),
  }),
  probe.action(linkPartner, { input: link }),
  probe.action(updateLink, { input: (ids) => ({ ...link(ids), id: ids.clientPartner, version: 1 }) }),
  probe.action(removeLink, { input: (ids) => ({ id: ids.clientPartner, clientId: ids.client, removed: true }) }),
  probe.lookup(searchPartners, { input: () => ({ query: "partner" }) }),
  probe.lookup(listPartnerPeople, { input: (ids) => ({ partnerId: ids.partner }) }),
];
