import { YEAR_UNKNOWN } from "@/lib/domain/birthday";
import { type CalendarDate, daysInMonth } from "@/lib/domain/calendar-date";
import { channelKey, type HomeCode } from "@/lib/domain/channel";
import type { Random } from "./random";
import type { Client, Contact, ContactChannel } from "./rows";
import type { Job } from "./words/jobs";

/** The people of a country: how they are called, what they do, and telephone numbers that can belong to nobody. */
export type Folk = {
  human(random: Random): { name: string; mailbox: string };
  heads: readonly Job[];
  staff: readonly Job[];
  home: HomeCode;
  phone(areaCode: string): string;
  /** What someone is who speaks for a private client. */
  kin: string;
  /** A zone in which some contacts live although their company does not. */
  elsewhere: string;
};

/** What the contacts of one client are made from. */
export type House = { client: Client; areaCode: string; domain: string; size: number };

export type People = { contacts: Contact[]; channels: ContactChannel[] };

export function contactsOf(house: House, folk: Folk, random: Random): People {
  const contacts: Contact[] = [];
  const channels: ContactChannel[] = [];
  const jobs = house.client.kind === "person" ? [] : random.shuffle(folk.staff);
  for (let index = 0; index < house.size; index++) {
    const human = folk.human(random);
    const job = index === 0 ? random.pick(folk.heads) : jobs[index - 1];
    const own = index === 0 ? ownName(house.client) : null;
    const contact = newContact(house.client, own, human.name, job ?? null, folk, random);
    if (index > 0 && random.chance(0.8)) contact.reports_to_id = contacts[0]?.id ?? null;
    contacts.push(contact);
    channels.push(...channelsOf(contact, human.mailbox, house, folk, random));
  }
  return { contacts, channels };
}

// A private client is the first of its own contacts.
function ownName(client: Client): string | null {
  return client.kind === "person" ? client.name : null;
}

function newContact(
  client: Client,
  own: string | null,
  name: string,
  job: Job | null,
  folk: Folk,
  random: Random,
): Contact {
  return {
    id: random.uuid(),
    client_id: client.id,
    name: own ?? name,
    job_title: own ? null : (job?.title ?? folk.kin),
    level: own ? null : (job?.level ?? null),
    role: own ? "decides" : (job?.role ?? "other"),
    is_key: own !== null || job?.role === "decides" || (job?.role === "buys" && random.chance(0.5)),
    reports_to_id: null,
    birthday: random.chance(0.62) ? birthday(random) : null,
    zone: random.chance(0.05) ? folk.elsewhere : null,
    same_person_id: null,
  };
}

function birthday(random: Random): CalendarDate {
  const year = random.chance(0.05) ? YEAR_UNKNOWN : random.int(1961, 1999);
  const month = random.int(1, 12);
  const day = random.int(1, daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function channelsOf(contact: Contact, mailbox: string, house: House, folk: Folk, random: Random): ContactChannel[] {
  const phone = folk.phone(house.areaCode);
  const wanted: [ContactChannel["kind"], string][] = [];
  if (random.chance(0.93)) wanted.push(["phone", phone]);
  if (random.chance(0.84) || wanted.length === 0) wanted.push(["email", `${mailbox}@${house.domain}.example`]);
  if (random.chance(0.2)) wanted.push(["telegram", `@${mailbox.replaceAll(/\W/g, "_")}_demo`]);
  if (random.chance(0.09)) wanted.push([folk.home === "7" ? "max" : "whatsapp", phone]);
  const preferred = random.int(0, Math.min(1, wanted.length - 1));
  return wanted.map(([kind, value], index) => ({
    id: random.uuid(),
    client_id: contact.client_id,
    contact_id: contact.id,
    kind,
    value,
    value_key: channelKey(kind, value, folk.home) ?? value,
    preferred: index === preferred,
  }));
}
