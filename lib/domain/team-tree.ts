import type { CalendarDate } from "./calendar-date";
import { contains, intersect, type Period } from "./period";
import { ringThrough } from "./tree";

/** "Team stands under parent" during a period. */
export type TeamLink = Period & { teamId: string; parentId: string };

/** The teams themselves and every team below them on a day. */
export function subtreeOn(links: readonly TeamLink[], teams: Iterable<string>, on: CalendarDate): Set<string> {
  const found = new Set<string>(teams);
  // A Set visits what is added to it while it is being walked, each team once, so even a ring would end.
  for (const parent of found)
    for (const link of links) if (link.parentId === parent && contains(link, on)) found.add(link.teamId);
  return found;
}

export type Ring = { on: CalendarDate; teams: string[] };

/** The ring that one more link would close on some day of its period: the first such day and the teams along it. */
export function ringWith(links: readonly TeamLink[], link: TeamLink): Ring | null {
  const others = links.filter((other) => intersect(other, link));
  // The tree changes only on days on which a link starts; an end can only break a ring.
  const starts = others.map((other) => other.startsOn).filter((day) => day > link.startsOn);
  for (const on of [link.startsOn, ...starts.sort()]) {
    const parentsOf = (team: string) =>
      others.filter((other) => other.teamId === team && contains(other, on)).map((other) => other.parentId);
    const teams = ringThrough(link.teamId, link.parentId, parentsOf);
    if (teams) return { on, teams };
  }
  return null;
}
