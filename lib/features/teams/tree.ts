import { contains, type Period } from "@/lib/domain/period";

export type TeamRow = { id: string; name: string; version: number; closedOn: string | null };
export type LinkRow = Period & { teamId: string; parentId: string };
export type PlaceRow = Period & {
  id: string;
  teamId: string;
  memberId: string;
  name: string;
  role: "lead" | "member";
  /** Leads a team without the role that would let them see its clients. */
  powerless: boolean;
};

export type TeamNode = TeamRow & {
  depth: number;
  parentId: string | null;
  leads: PlaceRow[];
  members: PlaceRow[];
  /** People here and in the teams below, each counted once. */
  people: number;
  /** What is already decided for later days: another parent (null: the top), places that begin. */
  laterMoves: { on: string; parentId: string | null }[];
  laterPlaces: PlaceRow[];
};

/**
 * The tree of a day as rows in reading order, each with its depth. A team whose parent is not shown stands at the top. `compare` orders
 * sisters by name.
 */
export function teamTree(
  rows: { teams: readonly TeamRow[]; links: readonly LinkRow[]; places: readonly PlaceRow[] },
  on: string,
  compare: (a: string, b: string) => number,
): TeamNode[] {
  const shown = new Set(rows.teams.map(({ id }) => id));
  const parentOf = new Map(
    rows.links
      .filter((link) => contains(link, on) && shown.has(link.parentId))
      .map((link) => [link.teamId, link.parentId]),
  );
  const sorted = [...rows.teams].sort((a, b) => compare(a.name, b.name));
  const result: TeamNode[] = [];
  const add = (parentId: string | null, depth: number): Set<string> => {
    const below = new Set<string>();
    for (const team of sorted.filter(({ id }) => (parentOf.get(id) ?? null) === parentId)) {
      const places = rows.places.filter(({ teamId }) => teamId === team.id);
      const here = places.filter((place) => contains(place, on));
      const node: TeamNode = {
        ...team,
        depth,
        parentId,
        leads: here.filter(({ role }) => role === "lead"),
        members: here.filter(({ role }) => role === "member"),
        people: 0,
        laterMoves: laterMoves(rows.links, team.id, on),
        laterPlaces: places.filter(({ startsOn }) => startsOn > on),
      };
      result.push(node);
      const people = new Set([...here.map(({ memberId }) => memberId), ...add(team.id, depth + 1)]);
      node.people = people.size;
      for (const one of people) below.add(one);
    }
    return below;
  };
  add(null, 0);
  return result;
}

function laterMoves(links: readonly LinkRow[], team: string, on: string): TeamNode["laterMoves"] {
  const own = links.filter(({ teamId }) => teamId === team);
  const starts = own
    .filter(({ startsOn }) => startsOn > on)
    .map((link) => ({ on: link.startsOn, parentId: link.parentId }));
  const ends = own
    .filter(({ endsOn }) => endsOn !== null && endsOn > on && !own.some(({ startsOn }) => startsOn === endsOn))
    .map(({ endsOn }) => ({ on: endsOn ?? "", parentId: null }));
  return [...starts, ...ends].sort((a, b) => (a.on < b.on ? -1 : 1));
}
