// Import of sale lines against a bare COPY of the same lines into the same table: with its indexes, keys and foreign keys, without its triggers.
import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { dataFolder } from "@/scripts/project";
import type { Bench, BenchDatabase, Measure } from "../bench";
import { makeLines } from "../tables/sales";

const figures = z.object({
  status: z.literal("done"),
  rows: z.number(),
  stage: z.number(),
  check: z.number(),
  apply: z.number(),
  memory: z.number(),
});

const columns = `tenant_id, id, client_id, sold_on, document, line, product_id, group_id, quantity, currency, amount, rate, base_amount, cost, seller_id, owner_id,
  source, source_rule, import_id, version, updated_at`;

export const measure: Measure = async (bench) => {
  const file = join(dataFolder, "bench-sales.csv");
  const facts = join(dataFolder, "bench-sales.copy");
  const tenth = { ...bench.size, documents: Math.max(1, Math.round(bench.size.documents / 10)) };
  try {
    const small = await bench.database("bench_import", false);
    await writeFile(small, tenth, file);
    const little = await importInto(small, file);
    const large = await bench.database("bench_import", false);
    await writeFile(large, bench.size, file);
    const much = await importInto(large, file);
    await asOwner(large, (db) =>
      pipeline(db.query(copyTo(`copy (select ${columns} from sale_line) to stdout`)), createWriteStream(facts)),
    );
    const bare = await bareCopy(await bench.database("bench_copy", false), facts);
    const { report } = bench;
    const lines = much.rows;
    report.figure(`COPY of ${lines} sale lines`, bare, "s");
    report.figure("import: reading the file into the stage", much.stage, "s");
    report.figure("import: check (dry run)", much.check, "s");
    report.figure("import: run", much.apply, "s");
    report.figure("COPY ÷ import run (dry run done)", bare / much.apply, "×", { atLeast: 0.25 });
    report.figure("COPY ÷ import from stored file to commit (reading + run)", bare / (much.stage + much.apply), "×", {
      atLeast: 0.25,
    });
    report.figure(`memory of the import process, ${little.rows} lines`, little.memory, "MiB");
    report.figure(`memory of the import process, ${lines} lines`, much.memory, "MiB");
    report.figure("memory of the import process, large ÷ small file", much.memory / little.memory, "×", {
      atMost: 1.3,
    });
  } finally {
    for (const path of [file, facts]) rmSync(path, { force: true });
  }
};

async function writeFile(database: BenchDatabase, size: Bench["size"], file: string): Promise<void> {
  await asAdmin(database, async (db) => {
    await db.query(
      `create temp table bench_company as select 1 as no, id, $1::int as clients, $2::int as kams, $3::int as documents from identity.tenant where name = 'Bench 1'`,
      [size.clients, size.kams, size.documents],
    );
    await db.query(
      `create temp table bench_client as select t.id as tenant_id, t.no, t.kams, t.documents, substr(c.code, 2)::int as n, c.id from client c join bench_company t on t.id = c.tenant_id`,
    );
    await makeLines(db, size.lines, "true");
    const lines = `select document, l as line, sold_on as date, 'C' || n as client, 'P' || product as product, quantity, trim_scale(amount / 100.0) as amount, trim_scale(cost / 100.0) as cost, seller from bench_line order by k, n, l`;
    await pipeline(db.query(copyTo(`copy (${lines}) to stdout with (format csv, header)`)), createWriteStream(file));
  });
}

async function importInto(database: BenchDatabase, file: string): Promise<z.output<typeof figures>> {
  const args = [
    "--import",
    "tsx",
    "--conditions=react-server",
    "tests/bench/import-process.ts",
    "Bench 1",
    "admin1@1.bench.example",
    file,
  ];
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    GRANGE_FILES: join(dataFolder, "bench-files"),
    NODE_ENV: "production" as const,
    GRANGE_TODAY: "2026-11-23",
  };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return figures.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
  } finally {
    rmSync(join(dataFolder, "bench-files"), { recursive: true, force: true });
  }
}

async function bareCopy(database: BenchDatabase, facts: string): Promise<number> {
  return asOwner(database, async (db) => {
    await db.query("alter table sale_line disable trigger user");
    const started = performance.now();
    await pipeline(createReadStream(facts), db.query(copyFrom(`copy sale_line (${columns}) from stdin`)));
    return (performance.now() - started) / 1000;
  });
}

const asOwner = <T>({ ownerUrl }: BenchDatabase, work: (db: pg.Client) => Promise<T>) => connected(ownerUrl, work);
const asAdmin = <T>({ adminUrl }: BenchDatabase, work: (db: pg.Client) => Promise<T>) => connected(adminUrl, work);

async function connected<T>(connectionString: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString });
  await db.connect();
  return work(db).finally(() => db.end());
}
