import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import type { AuditFilter } from "./schema";

const PAGE = 50;

const value = z.unknown();
const entry = z.object({
  id: z.string(),
  at: z.date(),
  member: z.string().nullable(),
  action: z.string(),
  op: z.enum(["insert", "update", "delete", "event"]),
  table_name: z.string().nullable(),
  client_id: z.string().nullable(),
  client: z.string().nullable(),
  changes: z.record(z.string(), value),
  request: z.string().nullable(),
});

/** One column of a change: both values, or `masked` where only "it changed" may be known. */
export type AuditChange = { column: string; before: unknown; after: unknown; masked: boolean };
export type AuditRow = {
  id: string;
  at: Date;
  /** null: the clock, or a person who joined by a link. */
  member: string | null;
  action: string;
  op: "insert" | "update" | "delete" | "event";
  table: string | null;
  client: { id: string; name: string } | null;
  changes: AuditChange[];
  request: string | null;
};

/** The audit trail, newest first, a page at a time; `older` continues it. */
export const loadAudit = query("audit:read", async function loadAudit(scope, filter: AuditFilter) {
  const found = await listEntries(scope, filter);
  const page = await withNames(scope, found.slice(0, PAGE));
  const people = await scope.db.member.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
  const [state] = await scope.db.$queryRaw<{ seals: number; sealed_at: Date | null; unsealed: number }[]>`
    select seals::int, sealed_at, unsealed::int from app.seal_state()`;
  return {
    rows: page,
    older: found.length > PAGE ? page.at(-1)?.id : undefined,
    people,
    chain: { seals: state?.seals ?? 0, sealedAt: state?.sealed_at ?? null, unsealed: state?.unsealed ?? 0 },
    zone: scope.zone,
    today: scope.today,
  };
});

/** Newest first, at most one more than a page unless told. Days are the company's, as in every filter by date. */
export async function listEntries(scope: Scope, filter: AuditFilter, atMost = PAGE + 1): Promise<AuditRow[]> {
  const { zone } = scope.company;
  const rows = await scope.db.$queryRaw<unknown[]>`
    select e.id::text, e.at, m.name as member, e.action, e.op, e.table_name, e.client_id::text, c.name as client, e.changes, e.request
    from audit_entry e
    left join member m on m.tenant_id = e.tenant_id and m.id = e.member_id
    left join client c on c.tenant_id = e.tenant_id and c.id = e.client_id
    where (${filter.before ?? null}::bigint is null or e.id < ${filter.before ?? null}::bigint)
      and (${filter.member ?? null}::uuid is null or e.member_id = ${filter.member ?? null}::uuid)
      and (${filter.client ?? null}::uuid is null or e.client_id = ${filter.client ?? null}::uuid)
      and (${filter.table ?? null}::text is null or e.table_name = ${filter.table ?? null})
      and (${filter.action ?? null}::text is null or e.action = ${filter.action ?? null})
      and (${filter.from ?? null}::date is null or e.at >= ${filter.from ?? null}::date::timestamp at time zone ${zone})
      and (${filter.to ?? null}::date is null or e.at < (${filter.to ?? null}::date + 1)::timestamp at time zone ${zone})
    order by e.id desc limit ${atMost}`;
  return rows.map(toRow);
}

/** Columns by which the database finds and keeps things: they repeat another column, or say nothing to a reader. */
export const inner: ReadonlySet<string> = new Set([
  ...["search", "name_key", "value_key", "key", "file_key", "file_sha256", "sha256"],
  ...["mail_id", "calendar_id", "story_on"],
]);

function toRow(found: unknown): AuditRow {
  const { table_name: table, client_id, client, changes, ...row } = entry.parse(found);
  return {
    ...row,
    table,
    client: client_id && client ? { id: client_id, name: client } : null,
    changes: Object.entries(changes)
      .filter(([column]) => !inner.has(column))
      .map(([column, pair]) => toChange(column, pair)),
  };
}

// A change is [old, new]; an event's detail is a single value. A personal value is { hmac }.
function toChange(column: string, pair: unknown): AuditChange {
  const [before, after] = Array.isArray(pair) && pair.length === 2 ? pair : [null, pair];
  const masked = [before, after].some((one) => typeof one === "object" && one !== null && "hmac" in one);
  return masked ? { column, before: null, after: null, masked } : { column, before, after, masked };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (one: unknown): one is string => typeof one === "string" && uuid.test(one);

/** The same entries with names in place of the ids that their values hold. */
export async function withNames(scope: Scope, rows: AuditRow[]): Promise<AuditRow[]> {
  const names = await namesOf(scope, rows);
  return rows.map((row) => named(row, names));
}

/** Names of everything that the shown values point at: an id tells a reader nothing. */
async function namesOf(scope: Scope, rows: AuditRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => row.changes.flatMap(({ before, after }) => [before, after].filter(isId)));
  if (ids.length === 0) return new Map();
  const ru = scope.locale === "ru";
  const named = await scope.db.$queryRaw<{ id: string; name: string }[]>`
    with wanted as (select distinct unnest(${[...new Set(ids)]}::uuid[]) as id)
    select x.id::text, x.name from wanted join (
      select id, name from member union all select id, name from team union all select id, name from client
      union all select id, name from industry union all select id, name from region union all select id, name from tag
      union all select id, name from contact union all select id, name from partner union all select id, name from partner_person
      union all select id, name from product_group union all select id, name from pay_plan
      union all select id, coalesce(case when ${ru} then name_ru end, name_en) from measure union all select id, coalesce(case when ${ru} then name_ru end, name_en, name_ru) from number_kind
      union all select id, coalesce(case when ${ru} then text_ru end, text_en, text_ru) from profile_question) x using (id)`;
  return new Map(named.map(({ id, name }) => [id, name]));
}

function named(row: AuditRow, names: Map<string, string>): AuditRow {
  const show = (one: unknown) => (isId(one) ? (names.get(one) ?? one) : one);
  return {
    ...row,
    changes: row.changes.map((change) => ({ ...change, before: show(change.before), after: show(change.after) })),
  };
}
