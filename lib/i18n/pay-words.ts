import { monthName, percent } from "./format";
import type { Locale } from "./locale";

/** "Nov 2026", or the quarter's first and last month: "Oct – Dec 2026". */
export function periodWords({ startsOn, months }: { startsOn: string; months: number }, locale: Locale): string {
  const first = Number(startsOn.slice(5, 7));
  const year = startsOn.slice(0, 4);
  if (months === 1) return `${monthName(first, locale)} ${year}`;
  return `${monthName(first, locale)} – ${monthName(((first + months - 2) % 12) + 1, locale)} ${year}`;
}

/** Hundredths of a per cent as per cent: 10,850 → "108.5 %". */
export function points(value: bigint | number, locale: Locale, digits = 2): string {
  return percent(Number(value) / 10_000, locale, { digits });
}
