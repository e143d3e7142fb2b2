import { loadClientTimeline } from "@/lib/features/clients/queries/client-timeline";
import {
  binTouch,
  deletePromise,
  editPromise,
  editTouch,
  logTouch,
  makePromise,
  openTouchForm,
  searchTouchClients,
  setCadence,
  setPromise,
} from "@/lib/features/touches/actions";
import { loadCadences } from "@/lib/features/touches/queries/cadences";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const form = (ids: Ids) => ({
  clientId: ids.client,
  kind: "meeting" as const,
  direction: "both" as const,
  answered: true,
  contactIds: [ids.contact],
  subject: "Talk",
  text: "",
  topics: ["prices"],
  minutes: "30",
  day: "2026-03-13",
  time: "10:00",
  private: false,
  promises: [{ side: "ours" as const, text: "send the list", dueOn: "2026-03-20" }],
});
// Whoever did not write a touch may not change it; whoever does not lead may not throw it away.
const notTheirs = { admin: "forbidden", director: "forbidden", lead: "forbidden", specialist: "forbidden" } as const;

export default [
  probe.query(loadClientTimeline, { args: (ids) => [ids.client, { kind: null, before: null }, "en"] as const }),
  probe.action(logTouch, { input: form }),
  probe.action(editTouch, {
    input: (ids) => ({ ...form(ids), id: ids.touch, version: 1 }),
    refuses: notTheirs,
  }),
  probe.action(binTouch, {
    input: (ids) => ({ id: ids.touch, clientId: ids.client, deleted: true }),
    refuses: { specialist: "forbidden" },
  }),
  probe.lookup(openTouchForm, { input: (ids) => ({ clientId: ids.client, touchId: ids.touch, locale: "en" }) }),
  probe.lookup(searchTouchClients, { input: (ids) => ({ query: ids.word }) }),
  probe.action(makePromise, {
    input: (ids) => ({ clientId: ids.client, side: "theirs", text: "order", dueOn: "2026-03-30" }),
  }),
  probe.action(editPromise, {
    input: (ids) => ({
      id: ids.promise,
      version: 1,
      clientId: ids.client,
      side: "ours",
      text: "another",
      dueOn: "2026-03-30",
    }),
  }),
  probe.action(setPromise, { input: (ids) => ({ id: ids.promise, clientId: ids.client, status: "kept" }) }),
  probe.action(deletePromise, { input: (ids) => ({ id: ids.promise, clientId: ids.client, deleted: true }) }),
  probe.query(loadCadences, { args: () => [] }),
  probe.action(setCadence, { input: () => ({ tier: "B", days: "28", executiveDays: "", version: 1 }) }),
];
