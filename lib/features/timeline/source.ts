import type { Locale } from "@/lib/i18n/locale";
import type { translator } from "@/lib/i18n/messages";

/** What stands at an entry's dot: something that was, something that waits, something late, something good. */
export type EntryMark = "was" | "waits" | "late" | "good";

/** An entry as it is read: whole sentences in the reader's language. */
export type EntryWords = {
  /** Bold at the beginning. */
  title: string;
  text?: string;
  /** What was written down in full; the page folds it. */
  body?: string;
  /** Quiet at the end: who, how long. */
  tail?: string;
  badge?: { text: string; tone: "neutral" | "green" | "amber" | "red" | "blue" };
  href?: string;
  mark?: EntryMark;
  /** The entry is a month, and its date says so. */
  month?: string;
  /** A touch that its reader may change (`edit`) or throw away. */
  touch?: { id: string; edit: boolean };
};

/** Who reads, and what the words need. */
export type Reader = {
  t: ReturnType<typeof translator<"timeline">>;
  locale: Locale;
  today: string;
  currency: string;
  clientId: string;
  memberId: string;
  /** May throw away what others wrote. */
  leads: boolean;
};

/** Conditions and order by which a page goes on where the last one ended; `id` is what ties are broken by. */
export type Paging = {
  /** For entries that have a moment. Put `order` behind the where of the same select. */
  moments(at: string, id: string): { after: string; order: string };
  /** For entries that have a day; `at` is what to select as the moment. */
  days(day: string, id: string): { at: string; after: string; order: string };
};

/**
 * One kind of entry of a client's timeline (see "How to add a kind of timeline entry" in the README). Both statements select exactly
 * (at timestamptz, id text, facts jsonb) under row security: what its reader may not see is not there.
 * The parameters of every source's SQL: $1 the client, $2 the moment up to which it is told, $3 the reader's zone, $4 the company's day, $5 how many at
 * most. A date without a time stands at its midnight in the reader's zone, so it is never another day's.
 */
export type TimelineSource = {
  /** Under which filter of the page it is found. */
  group: TimelineGroup;
  /** What was: newest first, at most $5, only what `paging` lets through, by an index. */
  past(paging: Paging): string;
  /** What is planned or promised: a handful, the soonest first. */
  ahead?: string;
  entry(facts: unknown, reader: Reader): EntryWords;
};

export const timelineGroups = [
  "talks",
  "notes",
  "promises",
  "sales",
  "documents",
  "knowledge",
  "team",
  "card",
] as const;
export type TimelineGroup = (typeof timelineGroups)[number];
