import type { TouchClock } from "./cadence";
import { type CalendarDate, daysBetween } from "./calendar-date";
import { missesRhythm, type Rhythm, rhythmState } from "./rhythm";
import type { TodayReason } from "./today";

/** Why a client should be called, as Today and the client's own page say it: its silence, a contract that ends, who was not spoken to. */
export type CallReason = Extract<TodayReason, { kind: "rhythm" | "contract" | "touch" | "executive" | "person" }>;

/** A contract that ends within so many days is spoken of. */
export const CONTRACT_AHEAD = 60;

type Clock = Pick<TouchClock, "days" | "cadence" | "overdue" | "late">;
export type TouchClocks = Clock & { executive: Clock | null; people: readonly (Clock & { name: string })[] };

const said = ({ days, cadence, late }: Clock) => ({ days, cadence, late });

/**
 * A client, its executives and its key people with whom a touch is overdue (domain.md 6). While the client as a whole is silent, each of its people
 * is too: that is one reason, not three.
 */
export function touchReasons(clocks: TouchClocks): CallReason[] {
  const { executive, people } = clocks;
  const reasons: CallReason[] = [];
  if (clocks.overdue) reasons.push({ kind: "touch", ...said(clocks) });
  if (executive?.overdue) reasons.push({ kind: "executive", ...said(executive) });
  if (!clocks.overdue)
    for (const person of people)
      if (person.overdue) reasons.push({ kind: "person", name: person.name, ...said(person) });
  return reasons;
}

/** Stays away longer than is usual for it (R77); none while it is in time, or when it counts as lost. `share`: of the book's turnover, 0–1. */
export function rhythmReason(
  rhythm: Pick<Rhythm, "lastOn" | "expectedOn" | "lateFrom" | "medianGap"> | null,
  today: CalendarDate,
  share: number | null,
): CallReason | null {
  if (!rhythm || rhythm.medianGap === null || !missesRhythm(rhythm, today)) return null;
  const { silentFor } = rhythmState(rhythm, today);
  return { kind: "rhythm", silentFor, usual: Math.round(rhythm.medianGap), share };
}

export function contractReason(contract: { number: string; endsOn: CalendarDate }, today: CalendarDate): CallReason {
  return { kind: "contract", ...contract, daysAway: daysBetween(today, contract.endsOn) };
}
