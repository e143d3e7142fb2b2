import { type CalendarDate, monthOf, yearOf } from "@/lib/domain/calendar-date";
import { contains } from "@/lib/domain/period";
import type { Assignment } from "../rows";
import { type History, sumOf } from "./history";

/**
 * How much of the closed months' plan is sold, in hundredths of a per cent, KAM by KAM: a company has people ahead of their plan, people behind
 * it, and one in trouble. A plan is agreed before its year and could not know; the demo can, so that it shows the same on whatever day it is made.
 */
const STANDING = [9_700, 8_100, 10_400, 9_300, 10_100, 7_600, 9_900, 9_000];

type Year = { today: CalendarDate; startsOn: CalendarDate; basis: CalendarDate };

/**
 * What makes a plan with that standing out of what the book bought in the twelve months from `basis` on, in hundredths of a per cent; null where
 * no month of the year is closed yet, or nothing was sold. `mine` are the KAM's primary assignments, `firstDay` is a client's first with anybody.
 */
export function growthBehind(
  { today, startsOn, basis }: Year,
  {
    place,
    mine,
    firstDay,
  }: { place: number; mine: readonly Assignment[]; firstDay: (client: string) => CalendarDate | undefined },
  history: History,
): number | null {
  const closed = yearOf(startsOn) < yearOf(today) ? 12 : monthOf(today) - 1;
  const sum = (of: readonly Assignment[], from: CalendarDate) =>
    sumOf(of.flatMap(({ client_id }) => history.year(client_id, from).slice(0, closed)));
  const book = mine.filter(({ starts_on, ends_on }) => contains({ startsOn: starts_on, endsOn: ends_on }, startsOn));
  // Who came in the course of the year was in nobody's plan, and what they buy counts.
  const came = mine.filter(({ client_id, starts_on }) => starts_on > startsOn && firstDay(client_id) === starts_on);
  const before = sum(book, basis);
  const sold = sum([...book, ...came], startsOn);
  if (before <= 0n || sold <= 0n) return null;
  return Number((sold * 100_000_000n) / before / BigInt(STANDING[place % STANDING.length] ?? 10_000));
}
