// What every table held before a call, what a call changed, and how to put it back.
import type pg from "pg";

/** Of one table: "schema.table key" → digest of the row's content and of its version in storage. */
type Rows = ReadonlyMap<string, string>;
/** Every table of the house by its place in the watch; one that stayed as it was is the same object in the next snapshot. */
export type Snapshot = readonly Rows[];

const NONE: Rows = new Map();

/** Keys of rows that came, went or were written, in order. */
export function changesBetween(before: Snapshot, after: Snapshot): string[] {
  const changes = [...after.keys()].flatMap((place) => {
    const [then, now] = [before[place] ?? NONE, after[place] ?? NONE];
    if (then === now) return [];
    const keys = new Set([...then.keys(), ...now.keys()]);
    return [...keys].filter((key) => then.get(key) !== now.get(key));
  });
  return changes.sort();
}

/** "schema.table" of a snapshot's key. */
export function tableOf(key: string): string {
  return key.split(" ", 1)[0] ?? key;
}

type Table = { schema: string; name: string; key: string; columns: string };

/** Watches a database through a superuser, whom neither row security nor triggers hold up. */
export class Watch {
  private sums: readonly (string | undefined)[] = [];
  private last: Snapshot = [];
  /** Which versions of rows each table holds: what a version says never changes, so the same ones are the same content. */
  private readonly versions: { name: string; text: string };

  private constructor(
    private readonly admin: pg.Client,
    private readonly tables: readonly Table[],
  ) {
    const parts = tables.map(
      ({ schema, name }, place) => `select ${place} as place, t.ctid as at, t.xmin as by from ${schema}.${name} t`,
    );
    // Named, so that the server plans it once: it is asked thousands of times.
    this.versions = {
      name: "versions",
      text: `select place, md5(string_agg(at::text || by::text, '')) as sum from (${parts.join(" union all ")}) rows group by place`,
    };
  }

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

  /** xmin is in the digest: an update that changes nothing is a change too. Only tables that were written since the last look are read. */
  async look(): Promise<Snapshot> {
    const { rows } = await this.admin.query<{ place: number; sum: string }>(this.versions);
    const sums = this.tables.map((): string | undefined => undefined);
    for (const { place, sum } of rows) sums[place] = sum;
    const snapshot = [...this.last];
    for (const [place, table] of this.tables.entries())
      if (!this.last[place] || sums[place] !== this.sums[place]) snapshot[place] = await this.read(table);
    this.sums = sums;
    this.last = snapshot;
    return snapshot;
  }

  private async read({ schema, name, key }: Table): Promise<Rows> {
    const { rows } = await this.admin.query<{ key: string; digest: string }>(
      `select '${schema}.${name} ' || jsonb_build_array(${key})::text as key, t.xmin::text || md5(t::text) as digest from ${schema}.${name} t`,
    );
    return new Map(rows.map((row) => [row.key, row.digest]));
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
