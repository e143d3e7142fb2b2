// What the raw-SQL checks work with: a world, its tables as app.isolate left them, and who may touch which row by the book's rules.
import type pg from "pg";
import type { TestDatabase } from "@/tests/support/database";
import type { Identity } from "../world/become";
import { type Opened, openWorld } from "../world/open";
import { ownersOfRows, type RowOwner } from "../world/sides";
import { personOf, TODAY, type World } from "../world/world";

export type Reach = "few" | "many" | "all";
export const REACHES: readonly Reach[] = ["few", "many", "all"];
type Command = "select" | "insert" | "update" | "delete";

export type Table = {
  name: string;
  kind: string;
  reads: string[] | null;
  writes: string[];
  /** Columns of the primary key, in the table's order. */
  key: string[];
  /** Columns that can be written. */
  columns: string[];
  granted: Command[];
};

export type Rig = Opened & { tables: Table[]; owners: Map<string, RowOwner> };

export async function openRig(database: TestDatabase, built?: World): Promise<Rig> {
  const opened = await openWorld(database, built);
  const { rows: tables } = await opened.admin.query<Table>(
    `select c.relname as name, i.kind, i.reads, i.writes,
       array_agg(a.attname::text order by a.attnum) filter (where a.attnum = any(k.indkey)) as key,
       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '' and a.attidentity = '') as columns,
       array(select lower(x) from unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) x where has_table_privilege(app.role_name('reach_few'), c.oid, x)) as granted
     from pg_class c join pg_index k on k.indrelid = c.oid and k.indisprimary
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join app.isolated i on i.table_name = c.relname
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
     group by c.oid, i.table_name order by 1`,
  );
  return { ...opened, tables, owners: await ownersOfRows(opened.admin, opened.world) };
}

/** The KAM of our book for few and many, the admin for all: in a door's context. */
export function identityFor(rig: Rig, reach: Reach, ability: string): Identity & { member: string } {
  const { tenant, member } = personOf(rig.world.own, reach === "all" ? "admin" : "kam");
  return { reach: `reach_${reach}`, tenant, member, ability, today: TODAY };
}

/** Whether a row is the caller's by the rules of isolation.md, apart from abilities. */
export function isInReach(kind: string, row: RowOwner, reach: Reach, member: string): boolean {
  if (row.side === "otherTenant") return false;
  if (row.isPrivate && row.member !== member) return false;
  if (kind === "own") return row.member === member;
  // Nobody here leads, directs or audits: the own pay alone.
  if (kind === "pay") return row.member === member;
  if (kind === "credit" || kind === "figure") return reach === "all" || row.member === member;
  if (kind === "client") return reach === "all" || row.side === "own";
  if (kind === "tenant" || kind === "admin") return true;
  throw new Error(`Teach isInReach what kind ${kind} means.`);
}

export function mayRead(table: Table, ability: string): boolean {
  return table.reads === null || table.reads.includes(ability);
}

export function mayWrite(table: Table, ability: string): boolean {
  return table.writes.includes("*") || table.writes.includes(ability);
}

/** An ability with which the table can be written, if it can be at all. */
export function writingAbility(table: Table): string | undefined {
  return table.writes[0] === "*" ? "view:edit" : table.writes[0];
}

/** Keys of the rows that this caller may see, or change. */
export function keysInReach(rig: Rig, table: Table, reach: Reach, member: string): string[] {
  const rows = [...rig.owners].filter(([, row]) => row.table === table.name);
  return rows.flatMap(([key, row]) => (isInReach(table.kind, row, reach, member) ? [key] : [])).sort();
}

/** The row of a snapshot's key as JSON, read by who sees all. */
export async function readRow(rig: Rig, table: Table, key: string): Promise<Record<string, unknown>> {
  const where = table.key.map((column, index) => `t.${column}::text = $1::jsonb ->> ${index}`).join(" and ");
  const { rows } = await rig.admin.query<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from public.${table.name} t where ${where}`,
    [keyValues(key)],
  );
  return rows[0]?.row ?? {};
}

export function keyValues(key: string): string {
  return key.slice(key.indexOf(" ") + 1);
}

/** Runs one statement in a savepoint of the open transaction: how many rows, or which error. Nothing of it stays. */
export async function attempt(client: pg.Client, statement: string, values: unknown[] = []): Promise<Attempt> {
  await client.query("savepoint attempt");
  try {
    const { rowCount } = await client.query(statement, values);
    return { rows: rowCount ?? 0 };
  } catch (error) {
    const { code = "", message = "", detail = "" } = error as pg.DatabaseError;
    return { rows: 0, code, error: `${code} ${message} ${detail}` };
  } finally {
    await client.query("rollback to savepoint attempt");
  }
}

export type Attempt = { rows: number; code?: string; error?: string };
