import { addDays, addMonths, type CalendarDate, daysBetween } from "./calendar-date";

/** How often a client buys; gaps in days between purchases. What needs three purchases is null below them. */
export type Rhythm = {
  firstOn: CalendarDate;
  lastOn: CalendarDate;
  /** Days on which something was bought. */
  purchases: number;
  medianGap: number | null;
  p90Gap: number | null;
  /** The last purchase and a median gap, rounded half up to a day. */
  expectedOn: CalendarDate | null;
  /** From this day on the client is late. */
  lateFrom: CalendarDate | null;
  /** The first purchase after the last silence that counted as lost. */
  returnedOn: CalendarDate | null;
};

const ENOUGH = 3;
const PATIENCE = 1.25;
/** A silence of more than four median gaps is a loss (domain.md 13.11), but for those who buy daily a holiday is none. */
const LOST = 4;
const LEAST_LOSS = 90;
/** A silence that makes a client new again, whatever its rhythm (domain.md 13.10). */
const SILENT_MONTHS = 24;

/** The value at a share (0–1) of the sorted values, between two of them in proportion; NaN of none. percentile_cont is the same in SQL. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (place - Math.floor(place)) * (high - low);
}

/**
 * The purchase rhythm of a client from the days of its purchases, in any order, doubles counted once (domain.md 11); null when it never bought.
 * app.keep_rhythm is the same rule in SQL.
 */
export function rhythmOf(purchaseDays: readonly CalendarDate[]): Rhythm | null {
  const days = [...new Set(purchaseDays)].sort();
  const firstOn = days[0];
  const lastOn = days.at(-1);
  if (firstOn === undefined || lastOn === undefined) return null;
  const steps = days.slice(1).map((on, at) => {
    const before = days[at] ?? on;
    return { on, before, gap: daysBetween(before, on) };
  });
  const gaps = days.length >= ENOUGH ? steps.map(({ gap }) => gap) : null;
  const medianGap = gaps && percentile(gaps, 0.5);
  const p90Gap = gaps && percentile(gaps, 0.9);
  const loss = medianGap === null ? Number.POSITIVE_INFINITY : Math.max(LOST * medianGap, LEAST_LOSS);
  const returns = steps.filter(({ on, before, gap }) => gap > loss || on >= addMonths(before, SILENT_MONTHS));
  return {
    firstOn,
    lastOn,
    purchases: days.length,
    medianGap,
    p90Gap,
    expectedOn: medianGap === null ? null : addDays(lastOn, Math.floor(medianGap + 0.5)),
    lateFrom:
      medianGap === null || p90Gap === null ? null : addDays(lastOn, Math.floor(lateAfter(medianGap, p90Gap)) + 1),
    returnedOn: returns.at(-1)?.on ?? null,
  };
}

/** Days since the last purchase beyond which a client is late: never a flat number, always its own habit. */
export function lateAfter(medianGap: number, p90Gap: number): number {
  return Math.max(PATIENCE * medianGap, p90Gap);
}

/** `due`: past the expected day, but not unusually so. */
export type RhythmState = "unknown" | "on-time" | "due" | "late";

/** How a client stands against its own rhythm on a day. `lateBy` counts days past the expected purchase, 0 while it is not past. */
export function rhythmState(
  rhythm: Pick<Rhythm, "lastOn" | "expectedOn" | "lateFrom">,
  today: CalendarDate,
): { state: RhythmState; silentFor: number; lateBy: number } {
  const silentFor = daysBetween(rhythm.lastOn, today);
  if (rhythm.expectedOn === null || rhythm.lateFrom === null) return { state: "unknown", silentFor, lateBy: 0 };
  const lateBy = Math.max(0, daysBetween(rhythm.expectedOn, today));
  if (today >= rhythm.lateFrom) return { state: "late", silentFor, lateBy };
  return { state: lateBy > 0 ? "due" : "on-time", silentFor, lateBy };
}

/** Late, and not so long that it counts as lost: what somebody can still do something about. */
export function missesRhythm(
  rhythm: Pick<Rhythm, "lastOn" | "expectedOn" | "lateFrom" | "medianGap">,
  today: CalendarDate,
): boolean {
  const { state, silentFor } = rhythmState(rhythm, today);
  return state === "late" && rhythm.medianGap !== null && silentFor <= LOST * rhythm.medianGap;
}
