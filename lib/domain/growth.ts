import type { CalendarDate } from "./calendar-date";
import type { MinorUnits } from "./money";

/** A ratio over the earlier figure (0.1 = 10 % more, "прирост"), "new" where there was nothing before, null where nothing can be said. */
export type Growth = number | "new" | null;

/** later ÷ earlier − 1 (domain.md 3). Nothing before: "new", or null when there is nothing now either; a figure below zero has no ratio. */
export function growthOf(later: MinorUnits, earlier: MinorUnits): Growth {
  if (earlier < 0n) return null;
  if (earlier === 0n) return later > 0n ? "new" : null;
  return Number(later - earlier) / Number(earlier);
}

/**
 * Growth of one client over a span that begins on `earlierFrom`: null when it first bought within that span, because a figure over the part of
 * a year that is known would be inflated. Nothing known before is "new".
 */
export function growthSince(
  firstOn: CalendarDate | null,
  earlierFrom: CalendarDate,
  later: MinorUnits,
  earlier: MinorUnits,
): Growth {
  const growth = growthOf(later, earlier);
  return typeof growth === "number" && (firstOn === null || firstOn > earlierFrom) ? null : growth;
}

/** Why nothing can be said of a growth that is null: more was returned than bought, nothing was bought, or only a part of the time before is known. */
export type GrowthGap = "returned" | "nothing" | "partial";

export function growthGap(later: MinorUnits, earlier: MinorUnits): GrowthGap {
  if (earlier < 0n) return "returned";
  return earlier === 0n && later <= 0n ? "nothing" : "partial";
}

/** Growth of those alone who have sales in both periods, so that comers and leavers do not blur it. */
export function likeForLike(clients: readonly { later: MinorUnits; earlier: MinorUnits }[]): Growth {
  const both = clients.filter(({ later, earlier }) => later > 0n && earlier > 0n);
  return growthOf(
    both.reduce((sum, { later }) => sum + later, 0n),
    both.reduce((sum, { earlier }) => sum + earlier, 0n),
  );
}
