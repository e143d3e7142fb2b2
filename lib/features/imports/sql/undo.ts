import type { Scope } from "@/lib/access/scope";
import { countUndoablePlans, listPlanConflicts, undoPlans } from "./plan-undo";
import { renameSources, sourceKinds, touchedLines } from "./source-kinds";
import { execute, select } from "./staged";

/** Tables that imports write, those that point at others before those that they point at: the order in which rows can be taken away. */
const tables = [
  "client_tag",
  "member_figure",
  "team_figure",
  "client_figure",
  "contact_channel",
  "assignment",
  "contract",
  "contact",
  "sale_line",
  "client",
  "product",
  "product_group",
  "rate",
  "member",
  "industry",
  "region",
  "tag",
] as const;
type Table = (typeof tables)[number];

const closed: ReadonlySet<string> = new Set(["client", "member", "assignment"]);
const archives: ReadonlySet<string> = new Set([
  "client",
  "contact",
  "product",
  "product_group",
  "industry",
  "region",
  "tag",
]);
const unversioned: ReadonlySet<string> = new Set(["assignment", "contact_channel", "client_tag", "tag"]);

export type Undone = { removed: number; restored: number; archived: number; kept: number };
/** A row that has changed since the import: what a revert would make of it (null: taken away), and what it is (null: gone). */
/** `stays`: it cannot be put back, even if it is chosen. */
export type Conflict = { table: string; id: string; before: unknown; now: unknown; stays?: boolean };

const versionOf = (table: string, row: string) =>
  unversioned.has(table) ? `hashtext(to_jsonb(${row})::text)` : `${row}.version`;

// Created sale lines carry their import; everything else has a row in import_undo. `after` 0 means that the import took the row away.
const traces = (table: Table) => `
  select u.row_id as id, u.before, u.version_after as after from public.import_undo u
  where u.tenant_id = (select app.tenant()) and u.import_id = $1::uuid and u.table_name = '${table}'
  ${table === "sale_line" ? "union all select l.id, null, 1 from public.sale_line l where l.tenant_id = (select app.tenant()) and l.import_id = $1::uuid" : ""}`;

const untouched = (table: Table) =>
  `case when x.before is not null and x.after = 0 then t.id is null else t.id is not null and ${versionOf(table, "t")} = x.after end`;

// A target that a closed slip has counted stays as it is (app.guard_figure).
const settled = (table: Table) => {
  if (table !== "member_figure" && table !== "team_figure") return "false";
  const [part, key] = table === "member_figure" ? ["own", "member_id"] : ["team", "team_id"];
  return `(t.id is not null and app.target_settled('${part}', t.${key}, t.measure_id, t.starts_on, t.months))`;
};

/** The rows of an import that somebody has changed since, at most so many of each table. */
export async function listConflicts(scope: Scope, run: string, atMost = 200): Promise<Conflict[]> {
  const found = await listPlanConflicts(scope, run, atMost);
  for (const table of await touchedTables(scope, run)) {
    found.push(
      ...(await select<Conflict>(
        scope,
        `select '${table}' as "table", x.id::text, x.before, to_jsonb(t) as now, ${settled(table)} as stays from (${traces(table)}) x
         left join public.${table} t on t.tenant_id = (select app.tenant()) and t.id = x.id
         where (not coalesce(${untouched(table)}, false) or ${settled(table)}) and not (x.before is null and t.id is null) order by x.id limit ${atMost}`,
        run,
      )),
    );
  }
  return found;
}

/** How many rows of each kind of trace a revert would undo without asking. */
export async function countUndoable(scope: Scope, run: string): Promise<{ remove: number; restore: number }> {
  const sum = await countUndoablePlans(scope, run);
  for (const table of await touchedTables(scope, run)) {
    const [row] = await select<{ remove: number; restore: number }>(
      scope,
      `select (count(*) filter (where x.before is null))::int as remove, (count(*) filter (where x.before is not null))::int as restore
       from (${traces(table)}) x left join public.${table} t on t.tenant_id = (select app.tenant()) and t.id = x.id where ${untouched(table)} and not ${settled(table)}`,
      run,
    );
    sum.remove += row?.remove ?? 0;
    sum.restore += row?.restore ?? 0;
  }
  return sum;
}

/**
 * Puts back what an import did (domain.md 13.14): rows that are as it left them, and changed ones that were chosen ("table:id"). A row that it made
 * and that something points at by now is archived where that is possible, else it stays.
 */
export async function undoImport(scope: Scope, run: string, chosen: readonly string[]): Promise<Undone> {
  const idsOf = (table: string) =>
    chosen.flatMap((one) => (one.startsWith(`${table}:`) ? [one.slice(table.length + 1)] : []));
  const sum = await undoPlans(scope, run, idsOf("plan_version"));
  const touched = await touchedTables(scope, run);
  for (const table of touched) {
    await execute(scope, "drop table if exists undone");
    await execute(
      scope,
      `create temp table undone on commit drop as select x.id, x.before, t.id is not null as here, (coalesce(${untouched(table)}, false) or x.id = any($2::uuid[])) and not ${settled(table)} as free
       from (${traces(table)}) x left join public.${table} t on t.tenant_id = (select app.tenant()) and t.id = x.id`,
      run,
      idsOf(table),
    );
    await execute(scope, "analyze undone");
    if (table === "sale_line") await touchClients(scope);
    const part = await undoTable(scope, table);
    sum.removed += part.removed;
    sum.restored += part.restored;
    sum.archived += part.archived;
    sum.kept += part.kept;
  }
  if (touched.includes("sale_line")) {
    await execute(scope, `create temp table kinds on commit drop as ${sourceKinds(touchedLines)}`);
    await execute(scope, "analyze kinds");
    await execute(scope, renameSources);
  }
  return sum;
}

async function undoTable(scope: Scope, table: Table): Promise<Undone> {
  const columns = await restoredColumns(scope, table);
  const list = columns.map((column) => `"${column}"`).join(", ");
  // Rows made by the import go, unless something that stays points at them.
  await execute(
    scope,
    table === "sale_line"
      ? "create temp table pointed on commit drop as select null::uuid as id where false"
      : `create temp table pointed on commit drop as select unnest(app.pointed_at('${table}', (select coalesce(array_agg(id), '{}') from undone where free and here and before is null))) as id`,
  );
  const archived = archives.has(table)
    ? await execute(
        scope,
        `update public.${table} t set archived_at = now() from undone u where t.tenant_id = (select app.tenant()) and t.id = u.id and u.free and u.before is null
         and u.id in (select id from pointed) and t.archived_at is null`,
      )
    : 0;
  const gone =
    "select u.id from undone u where u.free and u.here and u.before is null and not exists (select from pointed p where p.id = u.id)";
  const removed = await remove(scope, table, gone);
  const back = `select (jsonb_populate_record(null::public.${table}, u.before)).* from undone u where u.free and u.before is not null`;
  const there = `(${back}) r where exists (select from undone u where u.id = r.id and u.here)`;
  const absent = `(${back}) r where exists (select from undone u where u.id = r.id and not u.here)`;
  let restored = 0;
  await execute(scope, "select set_config('app.restoring', 'on', true)");
  if (closed.has(table)) {
    for (const [op, rows] of [
      ["update", there],
      ["insert", absent],
    ] as const) {
      const [row] = await select<{ n: number }>(
        scope,
        `select app.import_rows('${table}', '${op}', $1::text[], coalesce(jsonb_agg(to_jsonb(r)), '[]'))::int as n from ${rows}`,
        columns,
      );
      restored += row?.n ?? 0;
    }
  } else {
    const sets = columns.map((column) => `"${column}" = r."${column}"`).join(", ");
    restored += await execute(
      scope,
      `update public.${table} t set ${sets} from (select * from ${there}) r where t.tenant_id = (select app.tenant()) and t.id = r.id`,
    );
    restored += await execute(
      scope,
      `insert into public.${table} (id, ${list}) select r.id, ${columns.map((column) => `r."${column}"`).join(", ")} from ${absent}`,
    );
  }
  await execute(scope, "select set_config('app.restoring', '', true)");
  const [left] = await select<{ kept: number }>(
    scope,
    `select (count(*) filter (where not free and not (before is null and not here)))::int + ${archives.has(table) ? "0" : "(select count(*)::int from pointed)"} as kept from undone`,
  );
  await execute(scope, "drop table pointed");
  return { removed, restored, archived, kept: left?.kept ?? 0 };
}

async function remove(scope: Scope, table: Table, ids: string): Promise<number> {
  if (!closed.has(table))
    return execute(
      scope,
      `delete from public.${table} t using (${ids}) g where t.tenant_id = (select app.tenant()) and t.id = g.id`,
    );
  const [row] = await select<{ n: number }>(
    scope,
    `select app.import_rows('${table}', 'delete', '{}', coalesce(jsonb_agg(jsonb_build_object('id', g.id)), '[]'))::int as n from (${ids}) g`,
  );
  return row?.n ?? 0;
}

// Their sales get other names when lines come and go.
async function touchClients(scope: Scope): Promise<void> {
  await execute(
    scope,
    `create temp table touched on commit drop as select distinct client_id from (
       select l.client_id from public.sale_line l join undone u on u.id = l.id where l.tenant_id = (select app.tenant())
       union all select (u.before ->> 'client_id')::uuid from undone u where u.before is not null) x`,
  );
  await execute(scope, "analyze touched");
}

async function touchedTables(scope: Scope, run: string): Promise<Table[]> {
  const rows = await select<{ name: string }>(
    scope,
    `select distinct table_name as name from public.import_undo where tenant_id = (select app.tenant()) and import_id = $1::uuid
     union select 'sale_line' where exists (select from public.sale_line where tenant_id = (select app.tenant()) and import_id = $1::uuid)`,
    run,
  );
  return tables.filter((table) => rows.some(({ name }) => name === table));
}

// With the version: a row that stands again as it stood is again what an earlier import left, and can be reverted in its turn.
async function restoredColumns(scope: Scope, table: Table): Promise<string[]> {
  const rows = await select<{ name: string }>(
    scope,
    `select a.attname::text as name from pg_attribute a where a.attrelid = 'public.${table}'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and a.attname not in ('tenant_id', 'id', 'created_at', 'updated_at') order by a.attnum`,
  );
  return rows.map(({ name }) => name);
}
