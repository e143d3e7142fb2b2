import type { CalendarDate } from "./calendar-date";
import { contains, type Period } from "./period";
import { type Role, seesAllClients } from "./roles";
import { subtreeOn, type TeamLink } from "./team-tree";

/**
 * Who sees which client, in plain words. The database decides this with `app.client_ids()`; this is the same rule written a
 * second time from domain 13.2 and 13.3, so that tests can hold one against the other. Nothing at run time relies on it.
 */
export type ReachRows = {
  members: readonly { id: string; roles: readonly Role[]; leftOn: CalendarDate | null }[];
  teamLinks: readonly TeamLink[];
  teamMembers: readonly (Period & { teamId: string; memberId: string; role: "lead" | "member" })[];
  clients: readonly { id: string }[];
  assignments: readonly (Period & {
    clientId: string;
    memberId: string;
    role: "primary" | "deputy" | "specialist";
  })[];
};

/** The clients that a member sees on a day. */
export function clientsInReach(rows: ReachRows, memberId: string, on: CalendarDate): Set<string> {
  const member = rows.members.find(({ id }) => id === memberId);
  if (!member || (member.leftOn !== null && member.leftOn <= on)) return new Set();
  if (member.roles.some((role) => seesAllClients.includes(role))) return new Set(rows.clients.map(({ id }) => id));

  const today = rows.assignments.filter((assignment) => contains(assignment, on));
  const owners = new Map(today.filter(({ role }) => role === "primary").map((row) => [row.clientId, row.memberId]));
  const led = member.roles.includes("lead") ? peopleLedBy(rows, memberId, on) : new Set<string>();
  const own = new Set(today.filter((row) => row.memberId === memberId).map((row) => row.clientId));
  // Only owned clients are walked: one without an owner leaves every book, also its deputy's and specialist's.
  return new Set([...owners].filter(([client, owner]) => own.has(client) || led.has(owner)).map(([client]) => client));
}

/** Everyone in the teams that a member leads on a day and in the teams below them. */
function peopleLedBy(rows: ReachRows, memberId: string, on: CalendarDate): Set<string> {
  const today = rows.teamMembers.filter((row) => contains(row, on));
  const led = today.filter((row) => row.memberId === memberId && row.role === "lead").map((row) => row.teamId);
  const teams = subtreeOn(rows.teamLinks, led, on);
  return new Set(today.filter((row) => teams.has(row.teamId)).map((row) => row.memberId));
}
