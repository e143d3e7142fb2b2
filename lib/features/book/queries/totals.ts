import { sumOf } from "@/lib/domain/money";
import type { BookFigures } from "./figures";
import { type BookPlan, standingOf } from "./plans";

/** What adds up over a group or over all rows that match; `alike` are the sums of those with sales in both years. */
export type BookTotals = Record<"clients" | "contacts" | "lonely", number> &
  Record<"turnover" | "before" | "alike" | "alikeBefore" | "toDate" | "toDateBefore", bigint> & { plan: BookPlan };

type Counted = { contacts: number; lonely: number; places: readonly number[] };

/** Places are those of `all`. */
export function totalsOf({ contacts, lonely, places }: Counted, all: readonly BookFigures[]): BookTotals {
  const those = places.flatMap((place) => all[place] ?? []);
  const alike = those.filter(({ turnover, before }) => turnover > 0n && before > 0n);
  return {
    ...{ clients: those.length, contacts, lonely },
    turnover: sumOf(those.map((one) => one.turnover)),
    before: sumOf(those.map((one) => one.before)),
    alike: sumOf(alike.map((one) => one.turnover)),
    alikeBefore: sumOf(alike.map((one) => one.before)),
    toDate: sumOf(those.map((one) => one.toDate)),
    toDateBefore: sumOf(those.map((one) => one.toDateBefore)),
    plan: standingOf(those),
  };
}

/** Every client that matches stands in one group, so groups add up to the whole. */
export function addGroups(groups: readonly BookTotals[]): BookTotals {
  const count = (of: (one: BookTotals) => number) => groups.reduce((total, one) => total + of(one), 0);
  return {
    clients: count((one) => one.clients),
    contacts: count((one) => one.contacts),
    lonely: count((one) => one.lonely),
    turnover: sumOf(groups.map((one) => one.turnover)),
    before: sumOf(groups.map((one) => one.before)),
    alike: sumOf(groups.map((one) => one.alike)),
    alikeBefore: sumOf(groups.map((one) => one.alikeBefore)),
    toDate: sumOf(groups.map((one) => one.toDate)),
    toDateBefore: sumOf(groups.map((one) => one.toDateBefore)),
    plan: standingOf(groups),
  };
}
