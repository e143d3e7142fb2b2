import { addDays, type CalendarDate, daysBetween } from "./calendar-date";
import type { Tier } from "./tier";

export const touchKinds = ["call", "message", "meeting", "note"] as const;
export type TouchKind = (typeof touchKinds)[number];
/** in: they began; out: we did; both: a talk of both. */
export const touchDirections = ["in", "out", "both"] as const;
export type TouchDirection = (typeof touchDirections)[number];

/** What decides whether something was contact. `answered`: the call was answered, the meeting took place. */
export type TouchFacts = { kind: TouchKind; direction: TouchDirection; answered: boolean };

/**
 * Contact is a held meeting, an answered call or a message from the client; what only we did is effort (domain.md 6). The column touch.counts
 * follows the same rule.
 */
export function countsAsTouch({ kind, direction, answered }: TouchFacts): boolean {
  if (kind === "note") return false;
  return kind === "message" ? direction !== "out" : answered;
}

/** The day of the last contact up to today, or null: what stands in the calendar for later is not contact. */
export function lastTouch(
  touches: readonly (TouchFacts & { onDay: CalendarDate })[],
  today: CalendarDate,
): CalendarDate | null {
  const days = touches.filter((touch) => countsAsTouch(touch) && touch.onDay <= today).map(({ onDay }) => onDay);
  return days.reduce<CalendarDate | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** Days between touches, and between meetings with the client's executives (null: none are asked for). */
export type Cadence = { days: number; executiveDays: number | null };

/** Whether a text is a number of days between touches, from one to 730. */
export function isCadence(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 730;
}

/** What a company starts with: A every two weeks and an executive each quarter, B monthly, C quarterly. */
export const defaultCadences: Readonly<Record<Tier, Cadence>> = {
  A: { days: 14, executiveDays: 91 },
  B: { days: 30, executiveDays: null },
  C: { days: 91, executiveDays: null },
};

/** Nobody has judged a client without a tier yet: it is kept in touch with like the rarest. */
export const tierOfUntiered: Tier = "C";

/**
 * How a clock stands that a touch winds up. `days` since the last touch (null: never), `dueOn` the day by which the next is due (null: nobody
 * answers for the client), `late` days after it (0: in time).
 */
export type TouchClock = {
  lastOn: CalendarDate | null;
  cadence: number;
  days: number | null;
  dueOn: CalendarDate | null;
  overdue: boolean;
  late: number;
};

/**
 * Due is the last touch + cadence; without any touch, the day since which somebody answers for the client + cadence. On the due day itself it
 * is not late. A touch after today is left out.
 */
export function touchClock(of: {
  lastOn: CalendarDate | null;
  assignedOn: CalendarDate | null;
  cadence: number;
  today: CalendarDate;
}): TouchClock {
  const lastOn = of.lastOn !== null && of.lastOn <= of.today ? of.lastOn : null;
  const from = lastOn ?? of.assignedOn;
  const dueOn = from === null ? null : addDays(from, of.cadence);
  const late = dueOn ? Math.max(0, daysBetween(dueOn, of.today)) : 0;
  const days = lastOn === null ? null : daysBetween(lastOn, of.today);
  return { lastOn, cadence: of.cadence, days, dueOn, overdue: late > 0, late };
}
