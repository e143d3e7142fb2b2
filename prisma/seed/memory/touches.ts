import { addDays, type CalendarDate, daysBetween, monthOf } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import type { Contact } from "../rows";
import { authorOn, type Case, firstName, type Scene, slotsOn, working } from "./casebook";
import { phrase } from "./phrase";
import type { Touch } from "./rows";
import { momentAt, type Occasion, type Talk } from "./words";

/** A touch with whom it was with. */
export type Told = { touch: Touch; contact: Contact | undefined; occasion: Occasion };

const cadence = { A: 14, B: 30, C: 91 };
/** How much more seldom it was, in the last three months, the months before and earlier: a large client was not always called so often. */
const thinner = { A: [0.85, 1.5, 2.6], B: [0.85, 1.2, 1.7], C: [0.85, 0.95, 1] } as const;

/** Days of contact, oldest first: by the cadence of the tier in the last months, more seldom before; the last one mostly in time. */
export function talkDays(one: Case, today: CalendarDate, random: Random): CalendarDate[] {
  const rhythm = cadence[one.client.tier ?? "C"];
  const isLate = random.chance(0.13);
  const days: CalendarDate[] = [];
  const end = one.client.archived_at?.slice(0, 10) ?? today;
  let back =
    daysBetween(end, today) +
    (isLate ? Math.round(rhythm * (1.05 + random.next() * 0.9)) : random.int(1, Math.max(2, Math.floor(rhythm * 0.9))));
  while (days.length < 25) {
    const day = working(addDays(today, -back));
    if (day < one.from) break;
    if (days.at(-1) !== day) days.push(day);
    const sparse = thinner[one.client.tier ?? "C"][back > 200 ? 2 : back > 90 ? 1 : 0];
    back += Math.max(2, Math.round(rhythm * sparse * (0.6 + random.next() * 0.8)));
  }
  return days.reverse();
}

export function toldOf(one: Case, scene: Scene, days: readonly CalendarDate[], random: Random): Told[] {
  const said = new Set<Talk>();
  return days.flatMap((day, index) => {
    const author = authorOn(one, day, random);
    if (author === null || day >= scene.today) return [];
    return [told(one, scene, { day, author, isFirst: index === 0, isLast: index === days.length - 1 }, said, random)];
  });
}

/** `isLast` is the contact from which the days are counted: it was one. */
type When = { day: CalendarDate; author: string; isFirst: boolean; isLast: boolean };

/** One that was not said yet to this client, as long as there is any. */
function fresh(talks: readonly Talk[], said: Set<Talk>, random: Random): Talk {
  const left = talks.filter((talk) => !said.has(talk));
  const talk = random.pick(left.length > 0 ? left : talks);
  said.add(talk);
  return talk;
}

function told(one: Case, scene: Scene, { day, author, isFirst, isLast }: When, said: Set<Talk>, random: Random): Told {
  const { words } = scene;
  const contact = pickContact(one, random);
  const occasion = occasionOn(one, day, isFirst, scene, random);
  const tier = one.client.tier ?? "C";
  const kind = random.weighted<Touch["kind"] | "in" | "out">([
    ["call", 52],
    ["in", words.incoming[occasion] ? 16 : 0],
    ["out", words.outgoing[occasion] && !isLast ? 9 : 0],
    ["meeting", tier === "A" ? 9 : tier === "B" ? 5 : 1],
    ["note", isLast ? 0 : 12],
  ]);
  const isPrivate = kind === "note" && random.chance(0.25);
  const isMissed = kind === "call" && !isLast && random.chance(0.1);
  const talk = fresh(
    kind === "in"
      ? (words.incoming[occasion] ?? [])
      : kind === "out"
        ? (words.outgoing[occasion] ?? [])
        : kind === "meeting"
          ? words.meetings
          : kind === "note"
            ? isPrivate
              ? words.privateNotes
              : words.notes
            : words.calls[occasion],
    said,
    random,
  );
  const isWoman = words.isWoman(firstName(contact));
  const slots = slotsOn(one, day, scene, random);
  const fact = one.facts.find(({ contact_id, is_private }) => contact_id === contact?.id && !is_private);
  const text = isMissed ? random.pick(words.missed) : phrase(talk[1], slots, isWoman);
  const aside =
    fact && !isMissed && (kind === "call" || kind === "meeting") && random.chance(0.2)
      ? ` ${phrase(random.pick(words.asides), { fact: lower(fact.content) }, isWoman)}`
      : "";
  const touch = touchOf(
    {
      client: one.client.id,
      day,
      minute: random.int(9 * 60 + 10, 17 * 60 + 40),
      author,
      kind: kind === "in" || kind === "out" ? "message" : kind,
      direction:
        kind === "in"
          ? "in"
          : kind === "out"
            ? "out"
            : kind === "call"
              ? isMissed || random.chance(0.7)
                ? "out"
                : "in"
              : "both",
      answered: !isMissed,
      subject: phrase(talk[0], slots, isWoman),
      text: text + aside,
      topics:
        kind === "note" || kind === "meeting" || isMissed
          ? []
          : [words.topics[occasion], ...(aside === "" ? [] : [words.topics.people])],
      minutes:
        kind === "meeting"
          ? random.pick([45, 60, 60, 90, 120])
          : kind === "call"
            ? isMissed
              ? 2
              : random.int(4, 28)
            : random.pick([3, 5, 10, null]),
      private: isPrivate,
    },
    scene.zone,
    random,
  );
  return { touch, contact: kind === "note" && random.chance(0.6) ? undefined : contact, occasion };
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export type TouchParts = Omit<Touch, "id" | "client_id" | "happened_at" | "on_day" | "author_id" | "created_at"> & {
  client: string;
  day: CalendarDate;
  minute: number;
  author: string;
};

export function touchOf({ client, day, minute, author, ...parts }: TouchParts, zone: string, random: Random): Touch {
  const happened_at = momentAt(day, minute, zone);
  return {
    id: random.uuid(),
    client_id: client,
    happened_at,
    on_day: day,
    author_id: author,
    ...parts,
    created_at: happened_at,
  };
}

// The one who decides is called as often as the others together.
function pickContact({ contacts }: Case, random: Random): Contact | undefined {
  return contacts.length === 0
    ? undefined
    : random.weighted(
        contacts.map((one, index) => [one, index === 0 ? 5 : one.is_key ? 3 : one.role === "buys" ? 3 : 1] as const),
      );
}

/** What was on the table that day: the state of the client then makes some things likely, the others are everyday life. */
function occasionOn(one: Case, day: CalendarDate, isFirst: boolean, { today }: Scene, random: Random): Occasion {
  const { bought, gap, lines, contract } = one;
  const last = bought.findLast((date) => date <= day);
  const known = daysBetween(one.client.since ?? one.from, day);
  const isNew = known < 60 || (isFirst && known < 120);
  const [before12, after12] = [addDays(day, -12), addDays(day, 12)];
  const wasReturned = lines.some(({ amount, sold_on }) => amount < 0 && sold_on >= before12 && sold_on <= after12);
  const silent = last === undefined ? 0 : daysBetween(last, day);
  const left = contract?.ends_on ? daysBetween(day, contract.ends_on) : 999;
  const [half, whole] = [addDays(day, -180), addDays(day, -360)];
  const recent = bought.filter((date) => date <= day && date > half).length;
  const before = bought.filter((date) => date <= half && date > whole).length;
  // Of whoever stopped buying one asks why, or how they are; nobody speaks of growth.
  if (silent > gap * 2 && !isNew)
    return random.weighted<Occasion>([
      ["silence", 66],
      ["rival", 12],
      ["people", 22],
    ]);
  const isAutumn = [3, 4, 9, 10, 11].includes(monthOf(day));
  return random.weighted<Occasion>([
    ["start", isNew ? 60 : 0],
    ["complaint", wasReturned ? 70 : 2],
    ["silence", silent > gap * 1.35 && !isNew ? 60 : 0],
    ["contract", left < 70 && left > 0 && daysBetween(day, today) < 70 ? 50 : 3],
    ["growth", before > 0 && recent > before * 1.25 ? 18 : 2],
    ["rival", before > 0 && recent < before * 0.75 ? 24 : 4],
    ["order", 24],
    ["delivery", 12],
    ["price", 11],
    ["payment", 10],
    ["range", 10],
    ["season", isAutumn ? 12 : 2],
    ["papers", 6],
    ["people", 6],
  ]);
}
