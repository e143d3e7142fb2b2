import { addDays, addMonths, type CalendarDate, daysBetween, laterOf } from "@/lib/domain/calendar-date";
import type { Random } from "../random";
import type { Client, Contract } from "../rows";

/** What one client may have signed: how much is bought in a year, in minor units of the currency, tells what is worth a contract. */
export type Party = { client: Client; from: CalendarDate; yearly: number; currency: string; story?: Story };
/** `ends` in days from today. */
export type Story = { number: string; months: number; ends: number; note: string };
export type Terms = {
  draft: string;
  signed: readonly string[];
  number: (ordinal: number, signedOn: CalendarDate) => string;
};

const often = { A: 0.96, B: 0.72, C: 0.24 };

/** Contracts of those who have an owner: a running one, those that it followed, and drafts for the next. */
export function contractsOf(today: CalendarDate, parties: readonly Party[], terms: Terms, random: Random): Contract[] {
  let ordinal = 40;
  return parties.flatMap((party) => {
    const { client, story } = party;
    const wanted = random.chance(client.kind === "person" ? 0 : often[client.tier ?? "C"]);
    if (!wanted && !story) return [];
    ordinal += random.int(1, 3);
    const months = story?.months ?? random.pick([12, 12, 12, 24, 36]);
    const end = addDays(today, story?.ends ?? random.int(-20, months * 29));
    const first = addMonths(end, -months);
    const starts = laterOf(first, party.from);
    const signed = addDays(starts, -random.int(0, 9));
    if (signed < party.from && !story) return [draftOf(party, today, ordinal, terms, random)];
    const isOver = end < today;
    const amount = Math.round((party.yearly * months) / 12 / 1_000_000) * 1_000_000;
    const current: Contract = {
      id: random.uuid(),
      client_id: client.id,
      number: story?.number ?? terms.number(ordinal, signed),
      status: isOver ? "ended" : "signed",
      signed_on: signed,
      starts_on: starts,
      ends_on: end,
      amount: amount > 0 ? amount : null,
      currency: amount > 0 ? party.currency : null,
      note: story?.note ?? (random.chance(0.4) ? random.pick(terms.signed) : null),
    };
    return [
      current,
      ...beforeIt(current, party, ordinal, terms, random),
      ...afterIt(current, party, today, ordinal, terms, random),
    ];
  });
}

/** The contract that it followed, when the client is known for so long. */
function beforeIt(current: Contract, party: Party, ordinal: number, terms: Terms, random: Random): Contract[] {
  const end = addDays(current.starts_on ?? party.from, -1);
  const start = addMonths(end, -12);
  if (start < party.from || !random.chance(0.55)) return [];
  const amount = current.amount === null ? null : Math.round((current.amount * 0.8) / 1_000_000) * 1_000_000;
  const number = terms.number(ordinal + 300, start);
  return [
    {
      ...current,
      id: random.uuid(),
      number,
      status: "ended",
      signed_on: addDays(start, -2),
      starts_on: start,
      ends_on: end,
      amount,
      note: null,
    },
  ];
}

/** Who ends within two months is being written to about the next one, here and there. */
function afterIt(
  current: Contract,
  party: Party,
  today: CalendarDate,
  ordinal: number,
  terms: Terms,
  random: Random,
): Contract[] {
  const left = daysBetween(today, current.ends_on ?? today);
  return left < 60 && random.chance(0.5) ? [draftOf(party, addDays(today, left), ordinal + 600, terms, random)] : [];
}

function draftOf(
  { client, yearly, currency }: Party,
  day: CalendarDate,
  ordinal: number,
  terms: Terms,
  random: Random,
): Contract {
  const starts = addDays(day, 1);
  const amount = Math.round(yearly / 1_000_000) * 1_000_000;
  return {
    id: random.uuid(),
    client_id: client.id,
    number: terms.number(ordinal, starts),
    status: "draft",
    signed_on: null,
    starts_on: starts,
    ends_on: addDays(addMonths(starts, 12), -1),
    amount: amount > 0 ? amount : null,
    currency: amount > 0 ? currency : null,
    note: terms.draft,
  };
}
