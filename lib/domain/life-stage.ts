import { addMonths, type CalendarDate, daysBetween } from "./calendar-date";
import { closedMonths, monthsBefore } from "./closed-months";
import { growthSince } from "./growth";
import type { MinorUnits } from "./money";
import { lateAfter, type Rhythm } from "./rhythm";

export const lifeStages = ["new", "active", "growing", "at-risk", "dormant", "lost", "returned"] as const;
export type LifeStage = (typeof lifeStages)[number];

/** What decided a stage, kept with it. */
export type StageReason =
  | { rule: "silent"; days: number; medianGap: number; times: number }
  | { rule: "silent-without-rhythm"; days: number }
  | { rule: "returned"; on: CalendarDate }
  | { rule: "first"; on: CalendarDate }
  | { rule: "growth"; growth: number }
  | { rule: "buys"; days: number; medianGap: number | null };

export type StageFacts = {
  rhythm: Pick<Rhythm, "firstOn" | "lastOn" | "medianGap" | "p90Gap" | "returnedOn">;
  /** Turnover of the last twelve closed months and of the twelve before. */
  turnover: MinorUnits;
  turnoverBefore: MinorUnits;
};

/** Silent for longer than so many median gaps (domain.md 13.11). */
const AT_RISK = 1.5;
const DORMANT = 2.5;
const LOST = 4;
/** New and returned for so long after the purchase that made them so; without a rhythm, a silence of one or two such spans. */
const FRESH_MONTHS = 12;
const GROWING = 0.2;

/**
 * The stage of a client on a day, and why. A silence is judged by the client's own rhythm; one that is not yet unusual for it (rhythm's "late")
 * puts nobody at risk. Who came in the
 * course of the earlier twelve months has no whole year to have grown on. Below three purchases there is no rhythm: then a year of silence is dormant, two are lost.
 */
export function lifeStageOn(facts: StageFacts, today: CalendarDate): { stage: LifeStage; reason: StageReason } {
  const { firstOn, lastOn, medianGap, p90Gap, returnedOn } = facts.rhythm;
  const days = daysBetween(lastOn, today);
  if (medianGap !== null && p90Gap !== null) {
    const stage = days > lateAfter(medianGap, p90Gap) ? silentStage(days, medianGap) : null;
    if (stage) return { stage, reason: { rule: "silent", days, medianGap, times: days / medianGap } };
  } else if (today >= addMonths(lastOn, FRESH_MONTHS)) {
    const stage = today >= addMonths(lastOn, 2 * FRESH_MONTHS) ? "lost" : "dormant";
    return { stage, reason: { rule: "silent-without-rhythm", days } };
  }
  if (returnedOn !== null && today < addMonths(returnedOn, FRESH_MONTHS))
    return { stage: "returned", reason: { rule: "returned", on: returnedOn } };
  if (today < addMonths(firstOn, FRESH_MONTHS)) return { stage: "new", reason: { rule: "first", on: firstOn } };
  const { from } = monthsBefore(closedMonths(today, 12), 12);
  const growth = growthSince(firstOn, from, facts.turnover, facts.turnoverBefore);
  if (typeof growth === "number" && growth >= GROWING) return { stage: "growing", reason: { rule: "growth", growth } };
  return { stage: "active", reason: { rule: "buys", days, medianGap } };
}

function silentStage(days: number, medianGap: number): LifeStage | null {
  if (days > LOST * medianGap) return "lost";
  if (days > DORMANT * medianGap) return "dormant";
  return days > AT_RISK * medianGap ? "at-risk" : null;
}

/** A stage that a person set holds until the day on which it expires. */
export function isHeldByHand(stage: { manual: boolean; expiresOn: CalendarDate | null }, today: CalendarDate): boolean {
  return stage.manual && stage.expiresOn !== null && today < stage.expiresOn;
}
