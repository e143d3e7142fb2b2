import { addMonths, type CalendarDate, daysBetween } from "./calendar-date";
import { apportion } from "./largest-remainder";
import type { MinorUnits } from "./money";
import { intersect, type Period } from "./period";
import { workdays } from "./workdays";
import type { WorkingCalendar } from "./working-calendar";

/** Who answered for a client, and when; stays of one client do not overlap. Null: nobody did. */
export type Stay = { memberId: string | null; period: Period };

/** `days` of the month's working days (of its calendar days where none is worked) that the part was measured by. */
export type CellPart = { memberId: string | null; amount: MinorUnits; days: number };

/**
 * A plan cell divided among those who answer for the client in its month, by working days, largest remainder, ties to the earlier stay
 * (domain.md 3). Someone who comes twice has two parts. Days of nobody go to null; without any stay all of the cell does.
 */
export function divideCell(
  cell: { month: CalendarDate; amount: MinorUnits },
  stays: readonly Stay[],
  calendar: WorkingCalendar,
): CellPart[] {
  const month = { startsOn: cell.month, endsOn: addMonths(cell.month, 1) };
  const within = withGaps(month, stays);
  const worked = within.map((stay) => workdays(calendar, stay).days);
  const days = worked.some((count) => count > 0)
    ? worked
    : within.map((stay) => daysBetween(stay.startsOn, stay.endsOn));
  const amounts = apportion(cell.amount, days.map(BigInt));
  return within.map(({ memberId }, place) => ({ memberId, amount: amounts[place] ?? 0n, days: days[place] ?? 0 }));
}

type Piece = { memberId: string | null; startsOn: CalendarDate; endsOn: CalendarDate };

function withGaps(month: { startsOn: CalendarDate; endsOn: CalendarDate }, stays: readonly Stay[]): Piece[] {
  const pieces: Piece[] = [];
  let day = month.startsOn;
  const inMonth = stays.flatMap(({ memberId, period }) => {
    const common = intersect(period, month);
    return common ? [{ memberId, startsOn: common.startsOn, endsOn: common.endsOn ?? month.endsOn }] : [];
  });
  for (const piece of inMonth.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (day < piece.startsOn) pieces.push({ memberId: null, startsOn: day, endsOn: piece.startsOn });
    pieces.push(piece);
    day = piece.endsOn;
  }
  if (day < month.endsOn) pieces.push({ memberId: null, startsOn: day, endsOn: month.endsOn });
  return pieces;
}

/**
 * Whose plan becomes whose when the stays with a client become others: for each person (null: nobody) by how much the cells count more or less. Adds
 * up to 0; who keeps what they had is not named.
 */
export function shiftedCells(
  cells: readonly { month: CalendarDate; amount: MinorUnits }[],
  before: readonly Stay[],
  after: readonly Stay[],
  calendar: WorkingCalendar,
): Map<string | null, MinorUnits> {
  const shift = new Map<string | null, MinorUnits>();
  const count = (stays: readonly Stay[], sign: bigint) => {
    for (const { memberId, amount } of cells.flatMap((cell) => divideCell(cell, stays, calendar)))
      shift.set(memberId, (shift.get(memberId) ?? 0n) + sign * amount);
  };
  count(before, -1n);
  count(after, 1n);
  return new Map([...shift].filter(([, amount]) => amount !== 0n));
}

/** The line «moved ±X» of one side: what the approved plan counts for it that stood with the other, or the reverse. */
export type MovedLine = { memberId: string; amount: MinorUnits; from: CalendarDate };

/**
 * The two lines of a client that moves on a day: its future cells, and its part of that month, leave one row and join the other; the approved
 * plan itself does not change (domain.md 3), so the two add up to 0.
 */
export function movedLines(
  cells: readonly { month: CalendarDate; amount: MinorUnits }[],
  move: { on: CalendarDate; from: string; to: string },
  calendar: WorkingCalendar,
): MovedLine[] {
  const stays: Stay[] = [
    { memberId: move.from, period: { startsOn: "1000-01-01", endsOn: move.on } },
    { memberId: move.to, period: { startsOn: move.on, endsOn: null } },
  ];
  const moved = cells
    .flatMap((cell) => divideCell(cell, stays, calendar))
    .reduce((sum, part) => sum + (part.memberId === move.to ? part.amount : 0n), 0n);
  return [
    { memberId: move.from, amount: -moved, from: move.on },
    { memberId: move.to, amount: moved, from: move.on },
  ];
}
