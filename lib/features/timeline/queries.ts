import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import { pagingBy, tieOf } from "./paging";
import type { TimelineFilter } from "./schema";
import type { EntryWords, Reader, TimelineGroup } from "./source";
import { timelineSources } from "./sources";

export type { EntryWords, TimelineFilter, TimelineGroup };

const row = z.object({
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

const columns = `to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') at, to_char(x.at at time zone $3::text, 'YYYY-MM-DD') "day", x.id, x.facts`;

/**
 * A page of a client's merged story: one statement, in which every source gives its newest entries after the cursor by an index, and the newest
 * of those make the page. A second one reads what lies ahead, for the first page. Private and out-of-reach rows are not there by row security.
 */
export async function listTimeline(
  scope: Scope,
  of: { clientId: string; filter: TimelineFilter; locale: Locale; size?: number },
): Promise<Timeline> {
  const { clientId, filter, locale, size = PAGE } = of;
  const zone = scope.zone === "UTC" ? scope.company.zone : scope.zone;
  const chosen = Object.entries(timelineSources).filter(([, { group }]) => !filter.kind || group === filter.kind);
  const ties = chosen.map(([name]) => tieOf(name, filter.before));
  const parts = chosen.map(
    ([name, source], at) =>
      `(select '${name}' source, p.at, p.id, p.facts from (${source.past(pagingBy(`$${at + 6}::text`))}) p)`,
  );
  const until = filter.before?.at ?? scope.now.toISOString();
  const found = await scope.db.$queryRawUnsafe<unknown[]>(
    `select x.source, ${columns} from (${parts.join(" union all ")}) x where $4::date is not null
     order by x.at desc, x.source collate "C" desc, x.id collate "C" desc limit $5::int`,
    ...[clientId, until, zone, scope.today, size + 1, ...ties],
  );
  const reader = readerOf(scope, clientId, locale);
  const past = found.map((one) => row.parse(one));
  const last = past.length > size ? past[size - 1] : undefined;
  return {
    ahead: filter.before
      ? []
      : await listAhead(
          scope,
          chosen.map(([name]) => name),
          { clientId, zone, reader },
        ),
    past: past.slice(0, size).map((one) => entryOf(one, reader)),
    next: last ? `${last.at}~${last.source}~${last.id}` : null,
    today: scope.today,
    zone,
  };
}

async function listAhead(
  scope: Scope,
  names: readonly string[],
  of: { clientId: string; zone: string; reader: Reader },
): Promise<TimelineEntry[]> {
  const parts = names.flatMap((name) => {
    const ahead = timelineSources[name]?.ahead;
    return ahead ? [`(select '${name}' source, p.at, p.id, p.facts from (${ahead}) p)`] : [];
  });
  if (parts.length === 0) return [];
  const rows = await scope.db.$queryRawUnsafe<unknown[]>(
    `select x.source, ${columns} from (${parts.join(" union all ")}) x where $2::timestamptz is not null order by x.at, x.source, x.id limit $5::int`,
    ...[of.clientId, scope.now.toISOString(), of.zone, scope.today, AHEAD],
  );
  return rows.map((one) => entryOf(row.parse(one), of.reader)).reverse();
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
