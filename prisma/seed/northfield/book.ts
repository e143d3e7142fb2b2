import { type CalendarDate, laterOf } from "@/lib/domain/calendar-date";
import { clientNameKey } from "@/lib/domain/client-name";
import { contactsOf, type People } from "../contacts";
import { ago, monday } from "../dates";
import { americanFolk } from "../folk";
import { slug } from "../naming";
import { randomFor } from "../random";
import type { Assignment, Client, Industry, Member, Region } from "../rows";
import { industries, rows, states } from "../words/northfield-clients";
import { knownMonths } from "./trade";

export function clientRows(today: CalendarDate, industry: readonly Industry[], region: readonly Region[]): Client[] {
  const random = randomFor("northfield/clients");
  const made = rows.map(
    ([name, trade, state, city, tier, work_mode]): Client => ({
      id: random.uuid(),
      code: "",
      kind: "company",
      name,
      legal_name: `${name} ${random.pick(["LLC", "Inc.", "LLC"])}`,
      name_key: clientNameKey(name),
      parent_id: null,
      inn: null,
      kpp: null,
      ogrn: null,
      industry_id: industry.find((one) => one.name === industries[trade])?.id ?? null,
      region_id: region.find((one) => one.name === state)?.id ?? "",
      city,
      zone: states[state]?.zone ?? "America/New_York",
      website: random.chance(0.7) ? `https://${slug(name)}.example` : null,
      tier,
      work_mode,
      since: sinceOf(name, ago(today, 0, random.int(2, 80), random.int(0, 27)), today),
      archived_at: null,
    }),
  );
  rows.forEach(([, , , , , , head], index) => {
    const [client, parent] = [made[index], made.find(({ name }) => name === head)];
    if (client && parent) Object.assign(client, { parent_id: parent.id, since: parent.since });
  });
  const byAge = [...made].sort((a, b) => ((a.since ?? "") < (b.since ?? "") ? -1 : 1));
  byAge.forEach((client, index) => {
    client.code = String(1001 + index);
  });
  return made;
}

function sinceOf(name: string, drawn: CalendarDate, today: CalendarDate): CalendarDate {
  const months = knownMonths[name];
  return months === undefined ? drawn : ago(today, 0, months, 6);
}

export function peopleOf(clients: readonly Client[]): People {
  const random = randomFor("northfield/contacts");
  const folk = americanFolk();
  const codes: Record<string, string> = Object.assign({}, ...Object.values(states).map(({ cities }) => cities));
  const sizes = { A: 3, B: 2, C: 1 };
  const houses = clients.map((client) =>
    contactsOf(
      { client, areaCode: codes[client.city] ?? "518", domain: slug(client.name), size: sizes[client.tier ?? "C"] },
      folk,
      random,
    ),
  );
  return { contacts: houses.flatMap(({ contacts }) => contacts), channels: houses.flatMap(({ channels }) => channels) };
}

/** Two books of twenty, handed over here and there; one client without an owner; Owen stands in for Priya this week. */
export function assignmentRows(
  today: CalendarDate,
  clients: readonly Client[],
  owen: Member,
  priya: Member,
): Assignment[] {
  const random = randomFor("northfield/assignments");
  const row = (
    client: Client,
    member: Member,
    starts_on: CalendarDate,
    more: Partial<Assignment> = {},
  ): Assignment => ({
    id: random.uuid(),
    client_id: client.id,
    member_id: member.id,
    role: "primary",
    starts_on,
    ends_on: null,
    share: 100,
    reason: null,
    ...more,
  });
  return clients.slice(1).flatMap((client, index) => {
    const since = client.since ?? today;
    if (index % 2 === 0) return [row(client, owen, laterOf(since, owen.joined_on))];
    const deputy =
      client.tier === "C"
        ? []
        : [
            row(client, owen, monday(today), {
              ends_on: monday(today, 1),
              role: "deputy",
              share: 0,
              reason: "vacation",
            }),
          ];
    if (since >= priya.joined_on) return [row(client, priya, since), ...deputy];
    const first = row(client, owen, laterOf(since, owen.joined_on), { ends_on: priya.joined_on });
    return [first, row(client, priya, priya.joined_on, { reason: "new key account manager" }), ...deputy];
  });
}
