import type { CalendarDate } from "@/lib/domain/calendar-date";
import { ago } from "../dates";
import { type Random, randomFor } from "../random";
import { type Draft, Names, singleDraft } from "./drafts";
import { groupDrafts, groupNames } from "./groups";
import { bookSizes, type Key } from "./people";
import { starDrafts } from "./stars";

/** Who has which clients today, and the few that nobody has or that are no more. */
export type Book = { owned: Draft[]; unassigned: Draft[]; archived: Draft[] };

export function bookOf(today: CalendarDate): Book {
  const random = randomFor("sever-torg/clients");
  const names = new Names();
  const stars = starDrafts(today, randomFor("sever-torg/stars"), names);
  const groups = spread(today, randomFor("sever-torg/groups"), names);
  const owned = bookSizes.flatMap(([owner, size]) => {
    const drawn = [...(owner === "anna" ? stars : []), ...groups.filter((one) => one.owner === owner)];
    return [...drawn, ...several(size - drawn.length, () => singleDraft(today, random, names, owner))];
  });
  const spare = (since: CalendarDate) => ({ ...singleDraft(today, random, names, null), since });
  const book = {
    owned,
    // Three came back when their manager left, three are new and wait for one.
    unassigned: several(6, (index) => spare(index < 3 ? ago(today, 3, index) : ago(today, 0, 0, 4 + index * 3))),
    archived: several(6, (index) => spare(ago(today, 4, index * 3))),
  };
  swapCompanies(groups);
  return book;
}

const several = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

// «Меридиан» is Анна's, as in the drawing; the others go round.
function spread(today: CalendarDate, random: Random, names: Names): Draft[] {
  const owners = bookSizes.map(([owner]) => owner);
  const rest = random.shuffle(groupNames.filter((name) => name !== "Меридиан"));
  return ["Меридиан", ...rest].flatMap((name, index) =>
    groupDrafts(today, random, names, name, random.int(2, 5), owners[index % owners.length] ?? "anna"),
  );
}

// Some groups have companies with two managers, who each see their own and the totals of what they reach.
function swapCompanies(groups: readonly Draft[]): void {
  const pairs: [Key, Key][] = [
    ["anna", "boris"],
    ["anna", "darya"],
    ["vera", "gleb"],
    ["egor", "zhanna"],
    ["zakhar", "boris"],
  ];
  for (const [one, other] of pairs) {
    const company = (owner: Key) => groups.find((draft) => draft.owner === owner && draft.head?.owner === owner);
    const [mine, theirs] = [company(one), company(other)];
    if (mine) mine.owner = other;
    if (theirs) theirs.owner = one;
  }
}
