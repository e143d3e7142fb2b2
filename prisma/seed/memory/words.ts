import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { ContactFact, Need, Partner } from "./rows";
import type { ByHand } from "./stages";

/** What talks are about. The state of the client decides which are likely. */
export const occasions = [
  "order",
  "delivery",
  "price",
  "payment",
  "complaint",
  "range",
  "season",
  "contract",
  "rival",
  "silence",
  "growth",
  "start",
  "papers",
  "people",
] as const;
export type Occasion = (typeof occasions)[number];

/** A subject and a text, with {slots} and [his|hers] of the contact. */
export type Talk = readonly [subject: string, text: string];

export type Tale = readonly [
  daysAgo: number,
  kind: "call" | "in" | "out" | "meeting" | "note" | "private" | "missed",
  /** Whom of theirs it was with: 0 is who decides. */
  contact: number,
  subject: string,
  text: string,
  topics?: readonly string[],
];
/** Days until due, negative when it should have been done; `closed` the same for when it ended. */
export type TalePromise = readonly [
  side: "ours" | "theirs",
  text: string,
  due: number,
  status?: "kept" | "broken" | "released",
  closed?: number,
];
/** `numbers` by the key of their kind: the value in major units, its age in days, and what it was before. */
export type Story = {
  tales: readonly Tale[];
  promises?: readonly TalePromise[];
  /** What one remembers of their people, instead of anything made up. */
  facts?: readonly (readonly [contact: number, kind: ContactFact["kind"], text: string, isPrivate?: boolean])[];
  stage?: ByHand;
  /** Answers in words that the story depends on, by the key of their question. */
  answers?: Readonly<Record<string, string>>;
  /** Instead of any made up, with how many days ago they came up. */
  needs?: readonly (readonly [daysAgo: number, contact: number, status: "open" | "offered", ...words: NeedWords])[];
  numbers?: Readonly<Record<string, readonly [value: number, age: number, earlier?: number]>>;
};

export type NeedWords = readonly [kind: Need["kind"], title: string, detail: string, offer: string, dropped: string];

/** Everything that is said in one language. */
export type Words = {
  isWoman(firstName: string): boolean;
  /** Genitive of the days of the week for "until", Monday first. */
  weekdays: readonly string[];
  /** The same for "on". */
  weekdaysOn: readonly string[];
  months: readonly string[];
  /** Other cases of a month, by the slots that take them. */
  monthForms(month: string): Readonly<Record<string, string>>;
  /** A day as one says it: "5 декабря". */
  dayOf(on: CalendarDate): string;
  /** A rounded sum as one says it. */
  money(minor: number): string;
  /** A name inside a quoted one. */
  quote(name: string): string;
  topics: Readonly<Record<Occasion, string>>;
  calls: Readonly<Record<Occasion, readonly Talk[]>>;
  incoming: Readonly<Partial<Record<Occasion, readonly Talk[]>>>;
  outgoing: Readonly<Partial<Record<Occasion, readonly Talk[]>>>;
  meetings: readonly Talk[];
  notes: readonly Talk[];
  privateNotes: readonly Talk[];
  missed: readonly string[];
  /** In front of something personal at the end of a call. */
  asides: readonly string[];
  rivals: readonly string[];
  promises: { ours: readonly string[]; theirs: readonly string[] };
  facts: readonly (readonly [kind: ContactFact["kind"], text: string, isPrivate: boolean])[];
  needs: readonly NeedWords[];
  /** By the key of a question: texts, keys of a choice, or a range of numbers. `industries` is stronger where it has an answer. */
  answers: Readonly<Record<string, readonly string[] | readonly [number, number]>>;
  industries: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a tag says about the days until payment. */
  paymentTags: Readonly<Record<string, number>>;
  sources: { document: string; own: string };
  bankAccount(ordinal: number): string;
  streets: readonly string[];
  address(city: string, street: string, house: number, kind: "delivery" | "office" | "store"): string;
  addressNames: Readonly<Record<"delivery" | "office" | "store", readonly (string | null)[]>>;
  addressTerms: readonly string[];
  partners: readonly (readonly [
    name: string,
    kind: Partner["kind"],
    city: string,
    note: string | null,
    people: readonly (readonly [name: string, job: string])[],
  ])[];
  partnerNotes: readonly string[];
  partnerPhone(ordinal: number): string;
  partnerMail(ordinal: number): string;
};

/** The part of a day that a moment needs: working hours of the company. */
export function momentAt(day: CalendarDate, minute: number, zone: string): string {
  const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  return `${day} ${clock}:00 ${zone}`;
}
