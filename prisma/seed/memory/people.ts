import { addDays } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import type { Contact } from "../rows";
import { type Case, firstName, ownerOn, type Scene } from "./casebook";
import { phrase } from "./phrase";
import type { ContactFact, ContactTie } from "./rows";
import type { Story } from "./words";

/** What one talks about with a client's people, key people most; and how well today's owner knows whom. */
export function factsOf(one: Case, { today, words, zone }: Scene, told: Story["facts"], random: Random): ContactFact[] {
  const owner = ownerOn(one, today);
  if (owner === null) return [];
  const known = (contact: Contact, kind: ContactFact["kind"], content: string, is_private: boolean): ContactFact => ({
    id: random.uuid(),
    client_id: one.client.id,
    contact_id: contact.id,
    kind,
    content,
    is_private,
    created_by: owner,
    created_at: `${addDays(today, -random.int(20, 400))} 12:00:00 ${zone}`,
  });
  if (told)
    return told.flatMap(([index, kind, text, isPrivate]) => {
      const contact = one.contacts[index];
      return contact ? [known(contact, kind, text, isPrivate ?? false)] : [];
    });
  return one.contacts.flatMap((contact) => {
    const often = contact.is_key ? 0.75 : 0.25;
    const count = random.chance(often) ? random.int(1, contact.is_key ? 3 : 1) : 0;
    const isWoman = words.isWoman(firstName(contact));
    const kinds = new Set<string>();
    return random.shuffle(words.facts).flatMap(([kind, text, isPrivate]): ContactFact[] => {
      if (kinds.size >= count || kinds.has(kind)) return [];
      kinds.add(kind);
      return [known(contact, kind, phrase(text, {}, isWoman), isPrivate)];
    });
  });
}

export function tiesOf(one: Case, { today }: Scene, random: Random): ContactTie[] {
  const specialist = one.assignments.find(({ role, ends_on }) => role === "specialist" && ends_on === null);
  const owner = ownerOn(one, today);
  return one.contacts.flatMap((contact): ContactTie[] => {
    const tie = (member_id: string, strength: ContactTie["strength"]) => ({
      id: random.uuid(),
      client_id: one.client.id,
      contact_id: contact.id,
      member_id,
      strength,
    });
    const ours =
      owner !== null && random.chance(contact.is_key ? 0.9 : 0.5) ? [tie(owner, random.pick([1, 2, 2, 3]))] : [];
    const theirs = specialist && contact.role === "uses" ? [tie(specialist.member_id, random.pick([1, 2]))] : [];
    return [...ours, ...theirs];
  });
}
