import { once } from "node:events";
import { finished } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Which import of which company; the stage belongs to the worker, whom row security does not watch, so every statement names both. */
export type StageKey = { tenant: string; run: string };

export type StageRow = { row: number; cells: readonly (string | null)[] };
export type StageProblem = {
  row: number;
  field: string;
  code: string;
  value: string | null;
  detail: Record<string, string | number> | null;
};

/** The stage of one import, on connections of its own: COPY is refused under row security, and progress must not wait for a transaction. */
export type ImportStage = {
  /** Nobody else works on this import until `close`; false when somebody does. */
  claim(): Promise<boolean>;
  /** Empties the stage of the import and starts its count. What people put right stays. */
  begin(step: string, total: number | null): Promise<void>;
  /** { row: { field: text } } */
  mends(): Promise<Map<number, Record<string, string>>>;
  rows(rows: readonly StageRow[]): Promise<void>;
  problems(problems: readonly StageProblem[]): Promise<void>;
  /** Says how far it is; answers whether someone asked to stop. */
  progress(done: number): Promise<boolean>;
  step(name: string, total: number | null): Promise<void>;
  /** Interrupts the statement that another connection of the app is in. */
  interrupt(backend: number): Promise<void>;
  settle(): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
};

export async function openImportStage({ tenant, run }: StageKey): Promise<ImportStage> {
  // What is staged need not reach the disk by itself: it does with the first commit of the import's state behind it, and can be staged again.
  const options = `-c role=${process.env.GRANGE_ROLE_PREFIX ?? ""}grange_worker -c statement_timeout=0 -c synchronous_commit=off`;
  const connect = async (as?: string) => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL, options: as, keepAlive: true });
    client.on("error", () => undefined); // the query that meets a broken connection reports it
    await client.connect();
    return client;
  };
  const writing = await connect(options);
  const telling = await connect(options);
  const key = [tenant, run];
  const step = async (name: string, total: number | null) => {
    await telling.query(
      `insert into stage.import_progress (tenant_id, import_id, step, total) values ($1, $2, $3, $4)
       on conflict (tenant_id, import_id) do update set step = excluded.step, done = 0, total = excluded.total`,
      [...key, name, total],
    );
  };
  return {
    async claim() {
      const { rows } = await telling.query<{ mine: boolean }>(
        "select pg_try_advisory_lock(hashtext('import run'), hashtext($1)) as mine",
        [run],
      );
      return rows[0]?.mine ?? false;
    },
    async begin(name, total) {
      await writing.query("delete from stage.import_row where tenant_id = $1 and import_id = $2", key);
      await writing.query("delete from stage.import_problem where tenant_id = $1 and import_id = $2", key);
      await step(name, total);
    },
    async mends() {
      const { rows } = await writing.query<{ row_no: number; texts: Record<string, string> }>(
        "select row_no, texts from stage.import_mend where tenant_id = $1 and import_id = $2 and texts is not null",
        key,
      );
      return new Map(rows.map((row) => [row.row_no, row.texts]));
    },
    async rows(rows) {
      const lines = rows.map(({ row, cells }) => `${tenant}\t${run}\t${row}\t${copyArray(cells)}\n`);
      await copy(writing, "copy stage.import_row (tenant_id, import_id, row_no, cells) from stdin", lines);
    },
    async problems(problems) {
      if (problems.length === 0) return;
      const lines = problems.map(
        ({ row, field, code, value, detail }) =>
          `${tenant}\t${run}\t${row}\t${copyText(field)}\t${copyText(code)}\t${copyNull(value)}\t${copyNull(detail && JSON.stringify(detail))}\n`,
      );
      await copy(
        writing,
        "copy stage.import_problem (tenant_id, import_id, row_no, field, code, value, detail) from stdin",
        lines,
      );
    },
    async progress(done) {
      const { rows } = await telling.query<{ cancel_asked: boolean }>(
        "update stage.import_progress set done = $3 where tenant_id = $1 and import_id = $2 returning cancel_asked",
        [...key, done],
      );
      return rows[0]?.cancel_asked ?? false;
    },
    step,
    async interrupt(backend) {
      // The login may interrupt itself, the worker's role may not.
      const login = await connect();
      await login.query("select pg_cancel_backend($1)", [backend]);
      await login.end();
    },
    async settle() {
      await writing.query("analyze stage.import_row");
    },
    async clear() {
      for (const table of ["import_row", "import_problem", "import_mend", "import_progress"])
        await writing.query(`delete from stage.${table} where tenant_id = $1 and import_id = $2`, key);
    },
    async close() {
      await Promise.all([writing.end(), telling.end()]);
    },
  };
}

async function copy(client: pg.Client, text: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const stream = client.query(copyFrom(text));
  const done = finished(stream);
  done.catch(() => undefined); // it is awaited below, whatever comes first
  for (let at = 0; at < lines.length; at += 500) {
    if (!stream.write(lines.slice(at, at + 500).join(""))) await Promise.race([once(stream, "drain"), done]);
  }
  stream.end();
  await done;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function copyText(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (one) => escapes[one] ?? one) : text;
}

function copyNull(text: string | null): string {
  return text === null ? "\\N" : copyText(text);
}

function copyArray(cells: readonly (string | null)[]): string {
  const parts = cells.map((cell) => {
    if (cell === null) return "NULL";
    return `"${/["\\]/.test(cell) ? cell.replaceAll(/["\\]/g, (one) => `\\${one}`) : cell}"`;
  });
  return copyText(`{${parts.join(",")}}`);
}
