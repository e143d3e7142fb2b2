import { type IdName, type Ids, idKinds } from "../world/ids";
import { type Person, privateWord } from "../world/people";
import { sees } from "../world/sees";
import { SEALED, type World } from "../world/world";
import type { Answer } from "./call";

/** What stands in an answer although this caller must not learn it; what the caller asked with does not count. */
export function leaksIn(answer: Answer, by: Person | null, asked: Ids, world: World): string[] {
  const told = new Set<string>(Object.values(asked));
  return secretsFor(by, world).filter((secret) => !told.has(secret) && answer.text.includes(secret));
}

function secretsFor(by: Person | null, world: World): string[] {
  const { own, otherBook, otherTenant } = world;
  const everyone = [own, otherBook, otherTenant].flatMap((side) => Object.values(side.people));
  const strangers = everyone.filter((person) => person.person !== by?.person);
  return [
    SEALED,
    otherTenant.label,
    ...idsOf(otherTenant.ids, ["book", "company"]),
    ...(by && sees(by.part) === "all" ? [] : idsOf(otherBook.ids, ["book"])),
    ...(by ? [] : idsOf(own.ids, ["book", "company"])),
    ...strangers.flatMap((person) => [privateWord(person.member), person.savedView, person.session, person.sid]),
    ...otherTenantMembers(world, by),
  ];
}

function otherTenantMembers({ otherTenant }: World, by: Person | null): string[] {
  return Object.values(otherTenant.people).flatMap((person) =>
    person.person === by?.person ? [] : [person.member, person.person],
  );
}

function idsOf(ids: Ids, kinds: readonly string[]): string[] {
  const names = Object.keys(ids) as IdName[];
  return names.filter((name) => kinds.includes(idKinds[name])).map((name) => ids[name]);
}
