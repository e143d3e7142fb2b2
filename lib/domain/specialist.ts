import { type Assignment, WHOLE_SHARE } from "./assignment";
import type { CalendarDate } from "./calendar-date";
import { contains, isPossible, overlaps, type Period } from "./period";
import { type Change, type Receiver, type Refusal, receiverFault } from "./transfer";

/** Who shall do special work for clients in [on, endsOn), with which share of their credit (hundredths of a per cent). */
export type SpecialistOrder = {
  clients: readonly { id: string; archived: boolean }[];
  to: Receiver;
  on: CalendarDate;
  endsOn: CalendarDate | null;
  share: number;
};

export type SpecialistRefusal = Refusal | "specialist-overlap" | "share-over-100";
export type Appointment = { clientId: string; changes: Change[] } | { clientId: string; refused: SpecialistRefusal };

/**
 * What appointing a specialist would do to each client. A share comes out of the owner's, who keeps in that period what its
 * fullest day leaves, and in no other: the owner's row is split there, so past credit stays where it was.
 */
export function planSpecialist(rows: readonly Assignment[], order: SpecialistOrder): Appointment[] {
  const unfit = receiverFault(order.to, "specialist", { startsOn: order.on, endsOn: order.endsOn });
  return order.clients.map(({ id: clientId, archived }) => {
    const ofClient = rows.filter((row) => row.clientId === clientId);
    const result = archived ? "archived" : (unfit ?? planClient(clientId, ofClient, order));
    return typeof result === "string" ? { clientId, refused: result } : { clientId, changes: result };
  });
}

function planClient(
  clientId: string,
  rows: readonly Assignment[],
  { to, on, endsOn, share }: SpecialistOrder,
): Change[] | SpecialistRefusal {
  const period = { startsOn: on, endsOn };
  if (!isPossible(period)) return "impossible-period";
  const theirs = rows.filter((row) => row.memberId === to.id && overlaps(row, period));
  if (theirs.some(({ role }) => role === "specialist")) return "specialist-overlap";
  if (theirs.some(({ role }) => role === "primary")) return "same-owner";

  const left = WHOLE_SHARE - sharesBeside(rows, period) - share;
  if (left < 0) return "share-over-100";
  const owners =
    share > 0 ? rows.filter((row) => row.role === "primary" && row.share > left && overlaps(row, period)) : [];
  const opened = { clientId, memberId: to.id, role: "specialist" as const, ...period, share };
  return [...owners.flatMap((row) => lower(row, period, left)), { before: null, after: opened }];
}

/** The most that others than the owner hold on one day of the period, in hundredths of a per cent. */
export function sharesBeside(rows: readonly Assignment[], period: Period): number {
  const others = rows.filter((row) => row.role !== "primary" && overlaps(row, period));
  const days = [period.startsOn, ...others.map(({ startsOn }) => startsOn).filter((day) => contains(period, day))];
  const sums = days.map((day) =>
    others.filter((row) => contains(row, day)).reduce((total, row) => total + row.share, 0),
  );
  return Math.max(...sums);
}

function lower(row: Assignment, period: Period, share: number): Change[] {
  const { id: _, ...columns } = row;
  const inside = period.endsOn !== null && (row.endsOn === null || period.endsOn < row.endsOn);
  const last = inside ? period.endsOn : row.endsOn;
  const rest = { before: null, after: { ...columns, startsOn: last ?? period.startsOn } };
  const lowered =
    row.startsOn < period.startsOn
      ? [
          { before: row, after: { ...columns, endsOn: period.startsOn } },
          { before: null, after: { ...columns, startsOn: period.startsOn, endsOn: last, share } },
        ]
      : [{ before: row, after: { ...columns, endsOn: last, share } }];
  return inside ? [...lowered, rest] : lowered;
}
