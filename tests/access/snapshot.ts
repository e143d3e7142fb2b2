// What every table held before a call, what a call changed, and how to put it back.
import type pg from "pg";

/** Every row of every table of the house: "schema.table key" → digest of its content and of its version in storage. */
export type Snapshot = ReadonlyMap<string, string>;

/** Keys of rows that came, went or were written, in order. */
export function changesBetween(before: Snapshot, after: Snapshot): string[] {
  if (before === after) return [];
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).sort();
}

/** "schema.table" of a snapshot's key. */
export function tableOf(key: string): string {
  return key.split(" ", 1)[0] ?? key;
}

type Table = { schema: string; name: string; key: string; columns: string };

/** Watches a database through a superuser, whom neither row security nor triggers hold up. */
export class Watch {
  private last: { sum: string; snapshot: Snapshot } | undefined;

  private constructor(
    private readonly admin: pg.Client,
    private readonly tables: readonly Table[],
  ) {}

  /** The content of now is what `restore` goes back to. */
  static async over(admin: pg.Client): Promise<Watch> {
    const { rows } = await admin.query<Table>(
      `select format('%I', n.nspname) as schema, format('%I', c.relname) as name,
         coalesce(string_agg(format('t.%I', a.attname), ', ' order by a.attnum) filter (where a.attnum = any(i.indkey)), 'null') as key,
         string_agg(format('%I', a.attname), ', ' order by a.attnum) filter (where a.attgenerated = '') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_index i on i.indrelid = c.oid and i.indisprimary
       where c.relkind = 'r' and n.nspname in ('public', 'identity', 'app') and c.relname <> '_prisma_migrations'
       group by n.nspname, c.relname order by 1, 2`,
    );
    await admin.query("create schema kept");
    for (const { schema, name } of rows)
      await admin.query(`create table kept."${schema}.${name}" as table ${schema}.${name}`);
    return new Watch(admin, rows);
  }

  /** xmin is in the digest: an update that changes nothing is a change too. What is as it was at the last look comes back as the same object. */
  async look(): Promise<Snapshot> {
    const parts = this.tables.map(
      ({ schema, name, key }) =>
        `select '${schema}.${name} ' || jsonb_build_array(${key})::text as key, t.xmin::text || md5(t::text) as digest from ${schema}.${name} t`,
    );
    const all = parts.join(" union all ");
    const { rows: sums } = await this.admin.query<{ sum: string }>(
      `select md5(string_agg(key || digest, '' order by key)) as sum from (${all}) rows`,
    );
    const sum = sums[0]?.sum ?? "";
    if (this.last?.sum === sum) return this.last.snapshot;
    const { rows } = await this.admin.query<{ key: string; digest: string }>(all);
    this.last = { sum, snapshot: new Map(rows.map((row) => [row.key, row.digest])) };
    return this.last.snapshot;
  }

  /** Puts back the tables of these changes; answers what the database holds now. */
  async restore(changes: readonly string[]): Promise<Snapshot> {
    const changed = new Set(changes.map(tableOf));
    const statements = this.tables
      .filter(({ schema, name }) => changed.has(`${schema}.${name}`))
      .map(
        ({ schema, name, columns }) =>
          `delete from ${schema}.${name}; insert into ${schema}.${name} (${columns}) overriding system value select ${columns} from kept."${schema}.${name}"`,
      );
    if (statements.length > 0)
      await this.admin.query(
        `begin; set local session_replication_role = replica; ${statements.join("; ")}; delete from graphile_worker._private_jobs; commit`,
      );
    return this.look();
  }
}
