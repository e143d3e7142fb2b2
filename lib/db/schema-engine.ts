// Prisma's own schema engine as WebAssembly: nothing to download, and no child process.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

type EngineModule = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

let loaded: Promise<EngineModule> | undefined;

/** Once per process: the package keeps its memory in its module, so a second copy would break the first. */
function loadOnce(): Promise<EngineModule> {
  loaded ??= loadEngine();
  return loaded;
}

/** The package's own entry imports a .wasm file, which Node cannot do without a flag: the two halves are joined here. */
async function loadEngine(): Promise<EngineModule> {
  const glue: EngineModule = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const compiled = await WebAssembly.compile(readFileSync(path.replace(/\.js$/, ".wasm")));
  const { exports } = await WebAssembly.instantiate(compiled, { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
  return glue;
}

/**
 * Gives `work` an engine whose every statement, its bookkeeping included, is part of one transaction: committed when
 * `work` returns, undone when it throws or when the process is killed. A failing script's own SQL error is thrown.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const client = await pool.connect();
  let scriptError: Error | undefined;
  const run = async (query: string | pg.QueryConfig) => {
    // The engine tries a table that may be absent: a failed statement must not spoil the transaction.
    await client.query("savepoint engine");
    try {
      const result = await client.query(query);
      await client.query("release savepoint engine");
      return result;
    } catch (error) {
      await client.query("rollback to savepoint engine");
      throw error;
    }
  };
  const factory = new PrismaPg(Object.assign(pool, { query: run }));
  const wholeScripts: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      // Prisma's adapter cuts a script at every semicolon, also inside function bodies. PostgreSQL reads it whole.
      adapter.executeScript = async (script) => {
        await run(script).catch((error) => {
          scriptError = withPlace(error, script);
          throw error;
        });
      };
      return adapter;
    },
  };
  try {
    const engines = await loadOnce();
    await client.query("begin");
    const engine = await engines.SchemaEngine.new(
      { datamodels: undefined },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(wholeScripts),
    );
    const result = await work(engine);
    await client.query("commit");
    return result;
  } catch (error) {
    if (!scriptError) throw error;
    const migration = /migration_name="([^"]+)"/.exec(String(error))?.[1] ?? "a script";
    throw new Error(`In ${migration}: ${scriptError.message}`, { cause: scriptError });
  } finally {
    client.release(true); // an unfinished transaction ends with its connection
    await pool.end();
  }
}

/** PostgreSQL tells the place as a character count: people look for a line. */
function withPlace(error: unknown, script: string): Error {
  if (!(error instanceof pg.DatabaseError) || !error.position)
    return error instanceof Error ? error : new Error(String(error));
  const before = script.slice(0, Number(error.position)).split("\n");
  const line = script.split("\n")[before.length - 1]?.trim();
  return new Error(`${error.message} (line ${before.length}: ${line})`, { cause: error });
}
