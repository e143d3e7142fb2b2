// What a door says to the database, written down while it does, and said again without the door.
import pg from "pg";
import { z } from "zod";

export type Statement = { text: string; values: unknown[] };

const query = z.object({ text: z.string(), values: z.array(z.unknown()).optional() });

/** Every statement of every connection of this process while `work` goes on. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<Statement[]> {
  const said: Statement[] = [];
  const real = pg.Client.prototype.query;
  const listening = function (this: pg.Client, ...given: unknown[]): unknown {
    const [first, second] = given;
    const object = query.safeParse(first).data;
    const text = typeof first === "string" ? first : object?.text;
    if (text) said.push({ text, values: Array.isArray(second) ? second : (object?.values ?? []) });
    return Reflect.apply(real, this, given);
  };
  Reflect.set(pg.Client.prototype, "query", listening);
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, "query", real);
  }
  return said;
}

export type Said = { text: string; milliseconds: number; buffers: number };
/** `scanned`: tables read from end to end, inside functions too. */
export type Replay = { statements: Said[]; scanned: string[] };

const plan = z
  .tuple([
    z.object({
      "QUERY PLAN": z.tuple([
        z.object({ Plan: z.object({ "Shared Hit Blocks": z.number(), "Shared Read Blocks": z.number() }) }),
      ]),
    }),
  ])
  .transform(([row]) => row["QUERY PLAN"][0].Plan);

/** Sums of a replay's buffers, said a second time: the first time a connection also learns what its tables and functions are. */
export async function buffersOf(
  app: pg.Client,
  statements: readonly Statement[],
): Promise<{ buffers: number; scanned: string[] }> {
  await replay(app, statements, true);
  const { statements: said, scanned } = await replay(app, statements, true);
  return { buffers: said.reduce((sum, { buffers }) => sum + buffers, 0), scanned };
}

/**
 * Says a door's statements again on a connection of the app's login: its session and context first, as it did, then the page's own, which are
 * measured. With `explain` the buffers they touch are counted (and the time is not the statement's own).
 */
export async function replay(app: pg.Client, statements: readonly Statement[], explain: boolean): Promise<Replay> {
  const said: Said[] = [];
  let entered = false;
  await app.query("begin isolation level repeatable read");
  try {
    for (const { text, values } of statements) {
      if (/^\s*(begin|commit|rollback|set transaction)/i.test(text)) continue;
      if (!entered) {
        await app.query(text, values);
        entered = text.includes("set_config('app.tenant'");
        continue;
      }
      const started = performance.now();
      const { rows } = await app.query(explain ? `explain (analyze, buffers, format json) ${text}` : text, values);
      const milliseconds = performance.now() - started;
      const touched = explain ? plan.parse(rows) : null;
      const buffers = touched ? touched["Shared Hit Blocks"] + touched["Shared Read Blocks"] : 0;
      said.push({ text: text.replaceAll(/\s+/g, " ").trim(), milliseconds, buffers });
    }
    const { rows } = await app.query<{ name: string }>(
      `select s.relname as name from pg_stat_xact_user_tables s join pg_class c on c.oid = s.relid where s.seq_scan > 0 and c.reltuples > 10000 order by 1`,
    );
    return { statements: said, scanned: rows.map(({ name }) => name) };
  } finally {
    await app.query("rollback");
  }
}
