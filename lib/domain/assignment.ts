import type { CalendarDate } from "./calendar-date";
import { contains, isPossible, overlaps, type Period } from "./period";

/** The parts a colleague can have with a client: it is theirs, they stand in, or they do special work. */
export const assignmentRoles = ["primary", "deputy", "specialist"] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

/** A client's whole result, in hundredths of a per cent: shares are whole numbers from 0 to this. */
export const WHOLE_SHARE = 10_000;

/** Who works with a client, in which part, on which days; `share` of the client's credit in hundredths of a per cent. */
export type Assignment = Period & {
  id: string;
  clientId: string;
  memberId: string;
  role: AssignmentRole;
  share: number;
};

/** Message keys of what can be wrong with the rows of one client. */
export type AssignmentFault = "impossible-period" | "not-a-share" | "deputy-share" | "overlap" | "share-over-100";

export type FaultyAssignment = { reason: AssignmentFault; ids: string[]; on: CalendarDate };

/**
 * What is wrong with all assignments of one client, past and future, each with the rows and the first day concerned: at most
 * one primary a day, shares of a day not over the whole, none for a deputy. The database refuses the same.
 */
export function assignmentFaults(rows: readonly Assignment[]): FaultyAssignment[] {
  const alone = rows.flatMap((row) => ownFaults(row).map((reason) => ({ reason, ids: [row.id], on: row.startsOn })));
  const possible = rows.filter(isPossible);
  return [...alone, ...doublePrimaries(possible), ...sharesOverWhole(possible)];
}

function ownFaults(row: Assignment): AssignmentFault[] {
  const faults: AssignmentFault[] = [];
  if (!isPossible(row)) faults.push("impossible-period");
  if (!Number.isInteger(row.share) || row.share < 0 || row.share > WHOLE_SHARE) faults.push("not-a-share");
  if (row.role === "deputy" && row.share !== 0) faults.push("deputy-share");
  return faults;
}

function doublePrimaries(rows: readonly Assignment[]): FaultyAssignment[] {
  const primaries = rows.filter(({ role }) => role === "primary").sort(byStart);
  return primaries.flatMap((later, index) =>
    primaries
      .slice(0, index)
      .filter((earlier) => overlaps(earlier, later))
      .map((earlier) => ({ reason: "overlap" as const, ids: [earlier.id, later.id], on: later.startsOn })),
  );
}

function sharesOverWhole(rows: readonly Assignment[]): FaultyAssignment[] {
  // The sum can only grow on a day on which a row starts.
  const days = [...new Set(rows.map(({ startsOn }) => startsOn))].sort();
  const over = days.flatMap((on) => {
    const here = rows.filter((row) => row.share > 0 && contains(row, on));
    const sum = here.reduce((total, { share }) => total + share, 0);
    return sum > WHOLE_SHARE ? [{ reason: "share-over-100" as const, ids: here.map(({ id }) => id), on }] : [];
  });
  return over.slice(0, 1);
}

function byStart(a: Assignment, b: Assignment): number {
  return a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0;
}
