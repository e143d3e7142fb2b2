import { type CalendarDate, daysBetween } from "./calendar-date";

export type FreshnessState = "fresh" | "ageing" | "stale";

/** How old a statement is, how far it is still to be trusted (1 on its day, ½ after its half-life), and the word for that. */
export type Freshness = { state: FreshnessState; ageDays: number; trust: number };

/**
 * Trust halves with every half-life: 0.5 ^ (age ÷ half-life). Up to half of the half-life a statement is fresh, up to the half-life
 * ageing, beyond it stale: more likely wrong than right (R28). A day that has not come yet is as good as today.
 */
export function freshnessOn(asOf: CalendarDate, halfLifeDays: number, today: CalendarDate): Freshness {
  const ageDays = Math.max(0, daysBetween(asOf, today));
  const state = ageDays > halfLifeDays ? "stale" : ageDays * 2 > halfLifeDays ? "ageing" : "fresh";
  return { state, ageDays, trust: 0.5 ** (ageDays / halfLifeDays) };
}
