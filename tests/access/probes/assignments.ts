import {
  assignClients,
  endAssignment,
  findHeld,
  findReceivers,
  handOverAndRetire,
  previewLeave,
  previewTransfer,
  undoTransfer,
} from "@/lib/features/assignments/actions";
import { loadAssignments, loadHolder } from "@/lib/features/assignments/queries";
import { holderFilter } from "@/lib/features/assignments/schema";
import type { Ids } from "../world/ids";
import { probe } from "./probe";

const NEXT_MONDAY = "2026-03-23";

const order = (ids: Ids) => ({
  clients: [ids.client, ids.client2],
  role: "primary" as const,
  to: ids.member,
  on: NEXT_MONDAY,
  until: null,
  share: null,
});

export default [
  probe.query(loadAssignments, { args: () => [] }),
  probe.query(loadHolder, { args: (ids) => [ids.member, holderFilter.parse({ q: ids.word })] }),
  probe.lookup(findReceivers, { input: () => ({ role: "primary" }) }),
  probe.lookup(findHeld, { input: (ids) => ({ holder: ids.member, q: ids.word }) }),
  probe.lookup(previewTransfer, { input: order }),
  probe.action(assignClients, { input: (ids) => ({ ...order(ids), reason: "leave" }) }),
  probe.action(undoTransfer, { input: (ids) => ({ transfer: ids.transfer }) }),
  probe.action(endAssignment, { input: (ids) => ({ assignment: ids.assignment, on: NEXT_MONDAY }) }),
  probe.lookup(previewLeave, { input: (ids) => ({ member: ids.member, on: NEXT_MONDAY }) }),
  probe.action(handOverAndRetire, {
    input: (ids) => ({ member: ids.member, on: NEXT_MONDAY, targets: { [ids.client]: null }, reason: null }),
    // The colleague is the client's deputy and not its owner: what the admin decided on has changed.
    refuses: { admin: "conflict" },
  }),
];
