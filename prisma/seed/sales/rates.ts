import { addDays, type CalendarDate, daysBetween } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import type { Rate } from "../rows";

/** An invented rate that swings around `middle`, with four digits: the same on the same day, whenever the demo is made. */
export function rateOn(middle: number, day: CalendarDate): number {
  const n = daysBetween("2020-01-01", day);
  const swing = 0.05 * Math.sin(n / 97) + 0.02 * Math.sin(n / 23) + 0.006 * Math.sin(n / 5);
  return Math.round(middle * (1 + swing) * 10_000) / 10_000;
}

/** A rate for every day from one to another, both included. */
export function ratesOf(
  middles: Readonly<Record<string, number>>,
  from: CalendarDate,
  to: CalendarDate,
  random: Random,
): Rate[] {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  return Object.entries(middles).flatMap(([currency, middle]) =>
    days.map((on_day) => ({ id: random.uuid(), currency, on_day, rate: rateOn(middle, on_day) })),
  );
}
