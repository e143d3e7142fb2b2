import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Split, splitFigure } from "@/lib/domain/split-figure";
import { splitWeights } from "@/lib/domain/split-weights";
import type { Client } from "../rows";
import { type History, sumOf } from "./history";

/**
 * How a book's figure is split after the twelve months from `basis` on: by their shares × growth (hundredths of a per cent), those who bought
 * nearly every month by their own season, the others by the book's. `before` is what the book bought in them.
 */
export function splitOf(
  book: readonly Client[],
  history: History,
  basis: CalendarDate,
  growth: number,
  workdays: readonly number[],
): { before: bigint; split: (figure: bigint) => Split } {
  const years = book.map(({ id }) => history.year(id, basis));
  const weights = splitWeights(
    "last-year",
    years.map((months) => ({ lastYear: sumOf(months), potential: null, growth })),
  );
  const clients = book.map(({ code }, place) => {
    const months = years[place] ?? [];
    const regular = months.filter((amount) => amount > 0n).length >= 9;
    return { code, weight: weights[place]?.weight ?? 0n, profile: regular ? months : null };
  });
  const bookProfile = workdays.map((_, index) => sumOf(years.map((months) => months[index] ?? 0n)));
  return {
    before: sumOf(years.map(sumOf)),
    split: (figure) => splitFigure({ figure, clients, workdays, bookProfile, pins: [] }),
  };
}
