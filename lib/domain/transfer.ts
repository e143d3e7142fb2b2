import { type Assignment, type AssignmentRole, WHOLE_SHARE } from "./assignment";
import type { CalendarDate } from "./calendar-date";
import { contains, isPossible, overlaps, type Period } from "./period";
import { canWorkAs, type Role } from "./roles";

/** One row as it stands and as it shall stand; `before` null opens a row, `after` null takes it back. */
export type Change = { before: Assignment | null; after: Omit<Assignment, "id"> | null };

export type Receiver = { id: string; roles: readonly Role[]; joinedOn: CalendarDate; leftOn: CalendarDate | null };

/** What shall happen: to whom (null: to nobody) the clients go from `on`. A deputy stands in until `endsOn`, exclusive. */
export type TransferOrder = {
  clients: readonly { id: string; archived: boolean }[];
  to: Receiver | null;
  on: CalendarDate;
  today: CalendarDate;
} & ({ role: "primary" } | { role: "deputy"; endsOn: CalendarDate | null });

/** Message keys of why a client stays as it is. */
export type Refusal =
  | "archived"
  | "same-owner"
  | "already-unassigned"
  | "before-start"
  | "later-change"
  | "before-joining"
  | "member-left"
  | "without-role"
  | "no-owner"
  | "deputy-is-owner"
  | "deputy-overlap"
  | "deputy-without-end"
  | "impossible-period";

/** One line of the preview: whose the client is on that day, whose it becomes (or who stands in), and the rows that change. */
type Move = { clientId: string; from: string | null; to: string | null; on: CalendarDate; changes: Change[] };

export type TransferPlan = {
  moves: Move[];
  refused: { clientId: string; reason: Refusal }[];
  /** The day lies in the past: open periods will be reckoned anew, closed ones get adjustments (domain 3). */
  backDated: boolean;
};

/**
 * What a transfer would do to each client, and what it would refuse and why. `rows` are all assignments of these clients,
 * past and future. Nothing before `on` is touched, so past credit stays where it was.
 */
export function planTransfer(rows: readonly Assignment[], order: TransferOrder): TransferPlan {
  const plan: TransferPlan = { moves: [], refused: [], backDated: order.on < order.today };
  const endsOn = order.role === "deputy" ? order.endsOn : null;
  const unfit = receiverFault(order.to, order.role, { startsOn: order.on, endsOn });
  for (const client of order.clients) {
    const ofClient = rows.filter((row) => row.clientId === client.id);
    const result = client.archived ? "archived" : (unfit ?? planClient(client.id, ofClient, order));
    if (typeof result === "string") plan.refused.push({ clientId: client.id, reason: result });
    else plan.moves.push(result);
  }
  return plan;
}

/** Why they cannot be given a client in that part for these days; null when they can. Nobody at all (null) always fits. */
export function receiverFault(to: Receiver | null, role: AssignmentRole, days: Period): Refusal | null {
  if (!to) return null;
  if (days.startsOn < to.joinedOn) return "before-joining";
  // Nobody keeps a client beyond their last day, also when that day is still ahead.
  if (to.leftOn !== null && (days.endsOn === null || to.leftOn < days.endsOn)) return "member-left";
  return canWorkAs(to.roles, role) ? null : "without-role";
}

function planClient(clientId: string, rows: readonly Assignment[], order: TransferOrder): Move | Refusal {
  const owner = rows.find((row) => row.role === "primary" && contains(row, order.on)) ?? null;
  const changes = order.role === "primary" ? planOwner(clientId, rows, order) : planDeputy(clientId, rows, order);
  if (typeof changes === "string") return changes;
  return { clientId, from: owner?.memberId ?? null, to: order.to?.id ?? null, on: order.on, changes };
}

function planOwner(
  clientId: string,
  rows: readonly Assignment[],
  { to, on, today }: TransferOrder,
): Change[] | Refusal {
  const primaries = rows.filter(({ role }) => role === "primary");
  const owner = primaries.find((row) => contains(row, on));
  const later = primaries.find((row) => row.startsOn > on);
  if (later) return later.startsOn > today ? "later-change" : "before-start";
  if (to ? owner?.memberId === to.id : !owner) return to ? "same-owner" : "already-unassigned";

  const changes: Change[] = owner ? [cut(owner, on)] : [];
  if (to) {
    // Whoever becomes the owner no longer stands in for one.
    const ends = rows.filter(
      (row) => row.role === "deputy" && row.memberId === to.id && (row.endsOn === null || row.endsOn > on),
    );
    changes.push(...ends.map((row) => cut(row, on)));
    changes.push({
      before: null,
      after: open(clientId, to.id, "primary", on, null, freeShare(rows, on)),
    });
  }
  return changes;
}

function planDeputy(
  clientId: string,
  rows: readonly Assignment[],
  order: Extract<TransferOrder, { role: "deputy" }>,
): Change[] | Refusal {
  if (!order.to || order.endsOn === null) return "deputy-without-end";
  const after = open(clientId, order.to.id, "deputy", order.on, order.endsOn, 0);
  if (!isPossible(after)) return "impossible-period";
  if (!rows.some((row) => row.role === "primary" && contains(row, order.on))) return "no-owner";
  const theirs = rows.filter((row) => row.memberId === after.memberId && overlaps(row, after));
  if (theirs.some(({ role }) => role === "primary")) return "deputy-is-owner";
  return theirs.some(({ role }) => role === "deputy") ? "deputy-overlap" : [{ before: null, after }];
}

/** A row ends on that day; one that had not begun before it never was. */
function cut(row: Assignment, on: CalendarDate): Change {
  const { id: _, ...columns } = row;
  return { before: row, after: row.startsOn < on ? { ...columns, endsOn: on } : null };
}

function open(
  clientId: string,
  memberId: string,
  role: AssignmentRole,
  startsOn: CalendarDate,
  endsOn: CalendarDate | null,
  share: number,
): Omit<Assignment, "id"> {
  return { clientId, memberId, role, startsOn, endsOn, share };
}

// What the specialists leave over on every day from then on.
function freeShare(rows: readonly Assignment[], on: CalendarDate): number {
  const others = rows.filter((row) => row.role !== "primary" && (row.endsOn === null || row.endsOn > on));
  const days = [on, ...others.map(({ startsOn }) => startsOn).filter((day) => day > on)];
  const taken = days.map((day) =>
    others.filter((row) => contains(row, day)).reduce((total, { share }) => total + share, 0),
  );
  return Math.max(0, WHOLE_SHARE - Math.max(...taken));
}
