import { addDays, type CalendarDate, laterOf } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import { type Case, ownerOn, type Scene } from "./casebook";
import { shippedId } from "./numbers";
import type { Address, Need, ProfileAnswer } from "./rows";
import type { Story } from "./words";

const choices = new Set(["how_chosen", "main_channel", "delivery_terms", "vat"]);

/** From a fifth to nearly all of the questions answered, a sixth of the answers too old to be relied on. */
export function answersOf(
  one: Case,
  { today, words }: Scene,
  tenant: string,
  told: Story["answers"],
  random: Random,
): ProfileAnswer[] {
  if (one.client.kind === "person") return [];
  const filled = { A: [0.55, 0.95], B: [0.3, 0.8], C: [0, 0.45] }[one.client.tier ?? "C"] as [number, number];
  const share = filled[0] + random.next() * (filled[1] - filled[0]);
  const owner = ownerOn(one, today);
  if (owner === null || share < 0.15) return [];
  return Object.entries(words.answers).flatMap(([key, said]): ProfileAnswer[] => {
    const own = told?.[key] ?? words.industries[one.industry]?.[key];
    if (!random.chance(share) && !told?.[key]) return [];
    const isNumber = typeof said[0] === "number";
    const text = isNumber ? null : (own ?? random.pick(said as readonly string[]));
    const [low, high] = isNumber ? (said as readonly [number, number]) : [0, 0];
    const day = addDays(today, -(random.chance(0.17) ? random.int(380, 640) : random.int(4, 170)));
    const confirmed_on = laterOf(day, one.from);
    return [
      {
        id: random.uuid(),
        client_id: one.client.id,
        question_id: shippedId(tenant, "question", key),
        content: choices.has(key) ? null : text,
        choice: choices.has(key) ? text : null,
        figure: isNumber ? random.int(low, high) : null,
        confirmed_by: ownerOn(one, confirmed_on) ?? owner,
        confirmed_on,
      },
    ];
  });
}

export function needsOf(one: Case, { today, words, zone }: Scene, told: Story["needs"], random: Random): Need[] {
  const owner = ownerOn(one, today);
  if (owner !== null && told)
    return told.map(([daysAgo, contact, status, kind, title, detail, offer]): Need => {
      const raised_on = addDays(today, -daysAgo);
      return {
        id: random.uuid(),
        client_id: one.client.id,
        kind,
        title,
        detail,
        contact_id: one.contacts[contact]?.id ?? null,
        raised_on,
        status,
        offer: status === "offered" ? offer : null,
        offered_on: status === "offered" ? addDays(raised_on, 1) : null,
        closed_on: null,
        drop_reason: null,
        created_by: owner,
        created_at: `${raised_on} 12:00:00 ${zone}`,
      };
    });
  const count = random.int(...({ A: [1, 4], B: [0, 3], C: [0, 1] }[one.client.tier ?? "C"] as [number, number]));
  if (owner === null || one.client.kind === "person") return [];
  return random
    .shuffle(words.needs)
    .slice(0, count)
    .map(([kind, title, detail, offer, dropped]): Need => {
      const raised = laterOf(addDays(today, -random.int(8, 420)), one.from);
      const later = (days: number): CalendarDate => {
        const day = addDays(raised, days);
        return day > today ? today : day;
      };
      const status = random.weighted<Need["status"]>([
        ["open", 34],
        ["offered", 26],
        ["solved", 28],
        ["dropped", 12],
      ]);
      const isOffered = status === "offered" || status === "solved";
      const asker = random.pick(one.contacts);
      return {
        id: random.uuid(),
        client_id: one.client.id,
        kind,
        title,
        detail: random.chance(0.8) ? detail : null,
        contact_id: random.chance(0.85) ? asker.id : null,
        raised_on: raised,
        status,
        offer: isOffered ? offer : null,
        offered_on: isOffered ? later(random.int(2, 20)) : null,
        closed_on: status === "solved" || status === "dropped" ? later(random.int(25, 90)) : null,
        drop_reason: status === "dropped" ? dropped : null,
        created_by: ownerOn(one, raised) ?? owner,
        created_at: `${raised} 12:00:00 ${zone}`,
      };
    });
}

const slots: readonly Address["slots"][] = [
  [{ days: [1, 2, 3, 4, 5], from: "08:00", to: "12:00" }],
  [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
  [{ days: [2, 4], from: "07:00", to: "11:00" }],
  [
    { days: [1, 2, 3, 4, 5], from: "08:00", to: "11:00" },
    { days: [1, 2, 3, 4], from: "14:00", to: "17:00" },
  ],
  [],
];

export function addressesOf(one: Case, { words }: Scene, random: Random): Address[] {
  const { client } = one;
  if (client.kind === "person" || !random.chance({ A: 1, B: 0.85, C: 0.5 }[client.tier ?? "C"])) return [];
  const kinds: Address["kind"][] =
    client.tier === "A" && random.chance(0.6)
      ? ["delivery", "delivery", "office"]
      : random.chance(0.3)
        ? ["delivery", "store"]
        : ["delivery"];
  const receiver = one.contacts.find(({ role }) => role === "uses") ?? one.contacts.at(-1);
  return kinds.map((kind, index) => ({
    id: random.uuid(),
    client_id: client.id,
    kind,
    name:
      index === 1 && kind === "delivery"
        ? (words.addressNames.delivery[1] ?? null)
        : (words.addressNames[kind][0] ?? null),
    place: words.address(client.city, random.pick(words.streets), random.int(1, 60), kind),
    contact_id: kind === "delivery" && random.chance(0.7) ? (receiver?.id ?? null) : null,
    slots: kind === "office" ? [] : random.pick(slots),
    terms: kind !== "office" && random.chance(0.6) ? random.pick(words.addressTerms) : null,
  }));
}
