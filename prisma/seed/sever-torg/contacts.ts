import { contactsOf, type People } from "../contacts";
import { russianFolk } from "../folk";
import { slug } from "../naming";
import { type Random, randomFor } from "../random";
import type { Client, Contact } from "../rows";
import type { Draft } from "./drafts";
import { SHOWN } from "./stars";

export function peopleOf(clients: ReadonlyMap<Draft, Client>): People {
  const random = randomFor("sever-torg/contacts");
  const folk = russianFolk();
  const all: People = { contacts: [], channels: [] };
  for (const [draft, client] of clients) {
    const house = { client, areaCode: draft.areaCode, domain: slug(draft.name), size: sizeOf(draft, random) };
    const people = contactsOf(house, folk, random);
    if (draft.name === SHOWN) nameShown(people);
    all.contacts.push(...people.contacts);
    all.channels.push(...people.channels);
  }
  shareAccountants(clients, all, random);
  return all;
}

function sizeOf({ tier, kind, name }: Draft, random: Random): number {
  if (name === SHOWN) return 2;
  if (kind === "person") return random.chance(0.2) ? 2 : 1;
  if (tier === "A") return random.int(3, 5);
  return tier === "B" ? random.int(2, 4) : random.int(1, 2);
}

// The two people whom the drawing of a client shows.
function nameShown({ contacts, channels }: People): void {
  const known = [
    {
      name: "Ирина Власова",
      job_title: "директор по закупкам",
      level: "executive",
      role: "decides",
      mailbox: "i.vlasova",
    },
    { name: "Пётр Гай", job_title: "начальник логистики", level: "middle", role: "uses", mailbox: "p.gay" },
  ] as const;
  known.forEach(({ mailbox, ...columns }, index) => {
    const contact = contacts[index];
    if (!contact) return;
    Object.assign(contact, columns, { is_key: true });
    for (const channel of channels.filter(({ contact_id, kind }) => contact_id === contact.id && kind === "email"))
      channel.value_key = channel.value = `${mailbox}@${channel.value.split("@")[1]}`;
  });
}

// In every third group one accountant keeps the books of two companies: two rows, tied by same_person_id.
function shareAccountants(clients: ReadonlyMap<Draft, Client>, all: People, random: Random): void {
  const companies = new Map<string, Client[]>();
  for (const client of clients.values())
    if (client.parent_id) companies.set(client.parent_id, [...(companies.get(client.parent_id) ?? []), client]);
  [...companies.values()].forEach(([first, second], index) => {
    const accountant = all.contacts.findLast(
      (contact) => contact.client_id === first?.id && contact.reports_to_id !== null,
    );
    if (index % 3 !== 0 || !accountant || !second) return;
    Object.assign(accountant, {
      job_title: "главный бухгалтер",
      level: "middle",
      role: "pays",
      same_person_id: random.uuid(),
    });
    const twin: Contact = { ...accountant, id: random.uuid(), client_id: second.id, reports_to_id: null };
    all.contacts.push(twin);
    const channels = all.channels.filter(({ contact_id }) => contact_id === accountant.id);
    all.channels.push(
      ...channels.map((channel) => ({ ...channel, id: random.uuid(), client_id: second.id, contact_id: twin.id })),
    );
  });
}
