import { POST } from "@/app/api/exports/client-merges/route";
import {
  mergeClients,
  mergeContacts,
  previewMerge,
  searchOtherClients,
  undoClientMerge,
  undoContactMerge,
} from "@/lib/features/merges/actions";
import { loadClientHistory } from "@/lib/features/merges/queries";
import { probe } from "./probe";

export default [
  probe.exported(POST, { query: (ids) => ({ client: ids.client }) }),
  probe.query(loadClientHistory, { args: (ids) => [ids.client] }),
  probe.lookup(previewMerge, { input: (ids) => ({ winnerId: ids.client, loserId: ids.client2 }) }),
  probe.lookup(searchOtherClients, { input: (ids) => ({ query: ids.word, clientId: ids.client2 }) }),
  probe.action(mergeClients, { input: (ids) => ({ winnerId: ids.client, loserId: ids.client2 }) }),
  probe.action(mergeContacts, {
    input: (ids) => ({ clientId: ids.client, winnerId: ids.contact, loserId: ids.contact2 }),
  }),
  probe.action(undoClientMerge, { input: (ids) => ({ id: ids.clientMerge }) }),
  probe.action(undoContactMerge, { input: (ids) => ({ id: ids.contactMerge }) }),
];
