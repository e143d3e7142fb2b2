import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import { pagingBy, tieOf } from "./paging";
import { type TimelineFilter, timelineFilter } from "./schema";
import type { EntryWords, Reader, TimelineGroup } from "./source";
import { timelineSources } from "./sources";

export type { EntryWords, TimelineFilter, TimelineGroup };

const row = z.object({
  ahead: z.boolean(),
  source: z.string(),
  /** ISO, with microseconds: a cursor must not round. */
  at: z.string(),
  day: z.string(),
  id: z.string(),
  facts: z.unknown(),
});

/** One entry as it is read; `day` is the one of the reader's zone. */
export type TimelineEntry = EntryWords & { key: string; source: string; group: TimelineGroup; day: string; at: string };

export type Timeline = {
  /** What is planned or promised, the furthest first, so that the next thing stands right above today. Only on the first page. */
  ahead: TimelineEntry[];
  /** What was, newest first. */
  past: TimelineEntry[];
  /** Where the next page begins, as the address says it; null on the last one. */
  next: string | null;
  /** The company's day. */
  today: string;
  zone: string;
};

/** How many entries a page has, and how many planned ones stand above it at most. */
const PAGE = 50;
const AHEAD = 20;
/** Entries that are read at once where all of them are. */
const PART = 500;

const columns = `to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at, to_char(x.at at time zone $3::text, 'YYYY-MM-DD') "day", x.id, x.facts`;
const newestFirst = `order by x.at desc, x.source collate "C" desc, x.id collate "C" desc`;

/**
 * A page of a client's merged story in one statement: every source gives its newest entries after the cursor by an index, and the newest of
 * those make the page; the first page reads what lies ahead along with it. Private and out-of-reach rows are not there by row security.
 */
export async function listTimeline(
  scope: Scope,
  of: { clientId: string; filter: TimelineFilter; locale: Locale; size?: number; without?: TimelineGroup },
): Promise<Timeline> {
  const { clientId, filter, locale, size = PAGE, without } = of;
  const zone = scope.zone === "UTC" ? scope.company.zone : scope.zone;
  const chosen = Object.entries(timelineSources).filter(
    ([, { group }]) => group !== without && (!filter.kind || group === filter.kind),
  );
  const ties = chosen.map(([name]) => tieOf(name, filter.before));
  const past = chosen.map(([name, source], at) => partOf(name, source.past(pagingBy(`$${at + 6}::text`))));
  const ahead = chosen.flatMap(([name, source]) =>
    source.ahead && !filter.before ? [partOf(name, source.ahead)] : [],
  );
  const until = filter.before?.at ?? scope.now.toISOString();
  const found = await scope.db.$queryRawUnsafe<unknown[]>(
    [
      `(select false ahead, x.source, ${columns} from (${past.join(" union all ")}) x where $4::date is not null ${newestFirst} limit $5::int)`,
      ...(ahead.length > 0
        ? [
            `(select true, x.source, ${columns} from (${ahead.join(" union all ")}) x order by x.at, x.source, x.id limit ${AHEAD})`,
          ]
        : []),
    ].join(" union all "),
    ...[clientId, until, zone, scope.today, size + 1, ...ties],
  );
  const reader = readerOf(scope, clientId, locale);
  const rows = found.map((one) => row.parse(one));
  const was = rows.filter((one) => !one.ahead);
  const last = was.length > size ? was[size - 1] : undefined;
  return {
    // The soonest came first.
    ahead: rows.flatMap((one) => (one.ahead ? [entryOf(one, reader)] : [])).reverse(),
    past: was.slice(0, size).map((one) => entryOf(one, reader)),
    next: last ? `${last.at}~${last.source}~${last.id}` : null,
    today: scope.today,
    zone,
  };
}

/** Of which kind a whole story is asked for, as the address says it. */
export const timelineKind = timelineFilter.pick({ kind: true });

/** All entries of a client's story in the order of its pages. */
export async function* wholeTimeline(
  scope: Scope,
  of: { clientId: string; kind: TimelineFilter["kind"]; locale: Locale },
): AsyncGenerator<TimelineEntry> {
  let filter: TimelineFilter = { kind: of.kind, before: null };
  for (;;) {
    const { ahead, past, next } = await listTimeline(scope, { ...of, filter, size: PART });
    yield* ahead;
    yield* past;
    if (!next) return;
    filter = timelineFilter.parse({ kind: of.kind, before: next });
  }
}

function partOf(name: string, sql: string): string {
  return `(select '${name}' source, p.at, p.id, p.facts from (${sql}) p)`;
}

function readerOf(scope: Scope, clientId: string, locale: Locale): Reader {
  const leads = scope.roles.some((role) => role === "admin" || role === "director" || role === "lead");
  const t = translator(locale, "timeline");
  const { today, company } = scope;
  return { t, locale, today, clientId, currency: company.currency, memberId: scope.member.id, leads };
}

function entryOf({ source, at, day, id, facts }: z.output<typeof row>, reader: Reader): TimelineEntry {
  const kind = timelineSources[source];
  if (!kind) throw new Error(`No source ${source}.`);
  return { key: `${source}-${id}`, source, group: kind.group, day, at, ...kind.entry(facts, reader) };
}
