"use server";

import { action, lookup } from "@/lib/access/doors";
import { checkDay, findOrder, giveOrder, listNames } from "./actions/orders";
import { tellAffected, tellLeaving, tellOrder } from "./actions/tell";
import { listHeldNames } from "./queries/holder";
import { leavePreviewOf } from "./queries/leave";
import { previewOf } from "./queries/preview";
import { listReceivers } from "./queries/receivers";
import {
  assignInput,
  endInput,
  heldInput,
  leaveInput,
  leavePreviewInput,
  previewInput,
  receiversInput,
  undoInput,
} from "./schema";

/** What the order would do, client by client; nothing is written. */
export const previewTransfer = lookup({ ability: "assignment:edit", input: previewInput }, (scope, order) => {
  checkDay(scope.today, order.on);
  return previewOf(scope, order);
});

/** Whom clients can be given to in that part, and the company's day. */
export const findReceivers = lookup(
  { ability: "assignment:edit", input: receiversInput },
  async function findReceivers(scope, { role }) {
    return { receivers: await listReceivers(scope, role), today: scope.today };
  },
);

/** What a list of someone's clients holds on all its pages, for an order that concerns all. */
export const findHeld = lookup({ ability: "assignment:edit", input: heldInput }, (scope, { holder, q }) =>
  listHeldNames(scope, holder, q),
);

/** Gives clients to a primary owner, deputy or specialist, or takes them away; all or none. Answers the order's id, for undoTransfer. */
export const assignClients = action(
  { name: "assignClients", ability: "assignment:edit", input: assignInput },
  async function assignClients(scope, order) {
    const names = await listNames(scope, order.clients);
    const transfer = await giveOrder(scope, order);
    await tellOrder(scope, await findOrder(scope, transfer), names);
    return { clients: names.length, transfer };
  },
);

/** Puts back what the caller's own order changed; refused once anything else has changed those rows. */
export const undoTransfer = action(
  { name: "undoTransfer", ability: "assignment:edit", input: undoInput },
  async function undoTransfer(scope, { transfer }) {
    const order = await findOrder(scope, transfer);
    await scope.db.$executeRaw`select app.undo_transfer(${transfer}::uuid)`;
    const clients = order.changes.flatMap(({ before, after }) => (before ?? after)?.client_id ?? []);
    await tellAffected(scope, "undone", order, await listNames(scope, clients));
    return { transfer };
  },
);

/** Ends a deputy's or specialist's part on a day. Answers an order that undoTransfer takes back. */
export const endAssignment = action(
  { name: "endAssignment", ability: "assignment:edit", input: endInput },
  async function endAssignment(scope, { assignment, on }) {
    checkDay(scope.today, on);
    const [made] = await scope.db.$queryRaw<{ id: string }[]>`
      select app.end_assignment(${assignment}::uuid, ${on}::date)::text id`;
    if (!made) throw new Error("app.end_assignment answered nothing");
    const order = await findOrder(scope, made.id);
    const clients = order.changes.flatMap(({ before }) => before?.client_id ?? []);
    await tellAffected(scope, "ended", order, await listNames(scope, clients));
    return { transfer: made.id };
  },
);

/** What has to be decided before someone leaves on that day. */
export const previewLeave = lookup({ ability: "people:edit", input: leavePreviewInput }, (scope, { member, on }) => {
  checkDay(scope.today, on);
  return leavePreviewOf(scope, member, on);
});

/** Someone leaves: every client goes where it was said, the other parts end, and so do their sessions, all at once (domain 13.18). */
export const handOverAndRetire = action(
  { name: "handOverAndRetire", ability: "people:edit", input: leaveInput },
  async function handOverAndRetire(scope, leaving) {
    checkDay(scope.today, leaving.on);
    const names = await listNames(scope, Object.keys(leaving.targets));
    await scope.db.$executeRaw`
      select app.hand_over_and_retire(${leaving.member}::uuid, ${leaving.on}::date, ${JSON.stringify(leaving.targets)}::jsonb, ${leaving.reason})`;
    await tellLeaving(scope, leaving, names);
    return { member: leaving.member };
  },
);
