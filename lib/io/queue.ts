import { EventEmitter } from "node:events";
import { Logger, run, type WorkerPool } from "graphile-worker";
import pg from "pg";
import { log } from "@/lib/io/log";
import { WORKER_LOCK } from "@/lib/io/worker-lock";

/** What the clock or a write left to do: gets the queued payload; a throw means "try again later". */
export type Task = (payload: unknown) => Promise<void>;

export type WorkerOptions = {
  databaseUrl: string;
  tasks: Record<string, Task>;
  /** Crontab lines in UTC, e.g. "5 * * * * sweep". */
  schedule?: string;
  /** Jobs at once. */
  concurrency?: number;
};

export type RunningWorker = {
  /** Waits for the jobs at hand. */
  stop(): Promise<void>;
  /** Settles when the worker has ended, by `stop` or because the database went away. */
  ended: Promise<void>;
};

/**
 * Runs jobs until stopped. A killed worker's jobs would stay locked for four hours: so each worker holds an advisory lock
 * under its name, which ends with its connection, and a starting worker frees the jobs of those that hold none.
 */
export async function startWorker({
  databaseUrl,
  tasks,
  schedule,
  concurrency = 3,
}: WorkerOptions): Promise<RunningWorker> {
  const options = `-c role=${process.env.GRANGE_ROLE_PREFIX ?? ""}grange_worker`;
  const pool = new pg.Pool({ connectionString: databaseUrl, options, max: concurrency + 2 });
  const presence = new pg.Client({
    connectionString: databaseUrl,
    options,
    keepAlive: true,
    application_name: "grange worker",
  });
  const ignore = () => undefined; // the query that meets a broken connection reports it
  pool.on("error", ignore).on("connect", (client) => client.on("error", ignore));
  const lost = new Promise<never>((_, reject) => {
    presence.on("error", reject).on("end", () => reject(new Error("The worker lost its database connection.")));
  });
  lost.catch(ignore);
  await presence.connect();
  // Nobody frees jobs between the moment when a worker may take its first job and the moment when it holds its lock.
  await presence.query("select pg_advisory_lock($1, 0)", [WORKER_LOCK]);
  const freed = await freeAbandonedJobs(presence);
  if (freed.length > 0) log.warn({ workers: freed }, "freed the jobs of workers that are gone");

  const events = new EventEmitter();
  const named = new Promise<void>((resolve, reject) => {
    events.on("pool:create", ({ workerPool }: { workerPool: WorkerPool }) => {
      presence
        .query("select pg_advisory_lock($1, hashtext($2))", [WORKER_LOCK, workerPool.id])
        .then(() => resolve(), reject);
    });
  });
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    crontab: schedule ?? "",
    concurrency,
    events,
    noHandleSignals: true,
    logger: queueLogger(),
  });
  await named;
  await presence.query("select pg_advisory_unlock($1, 0)", [WORKER_LOCK]);

  const close = async () => {
    presence.removeAllListeners("end");
    await presence.end().catch(ignore);
    await pool.end().catch(ignore);
  };
  const stop = async () => {
    await runner.stop().catch(ignore); // refuses when it is stopping already
    await runner.promise.catch(ignore);
  };
  const ended = Promise.race([runner.promise, lost]).finally(async () => {
    await stop();
    await close();
  });
  ended.catch(ignore);
  return { stop: () => stop().then(() => ended), ended };
}

/** Frees what is locked by workers whose advisory lock is free; answers their names. The caller holds the start lock. */
async function freeAbandonedJobs(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from (
       select locked_by as name from graphile_worker._private_jobs union select locked_by from graphile_worker._private_job_queues
     ) holders
     where name is not null and not exists (
       select from pg_locks where locktype = 'advisory' and granted and classid::bigint = $1 and objsubid = 2
         and database = (select oid from pg_database where datname = current_database())
         and objid::bigint = hashtext(name)::bigint & 4294967295)`,
    [WORKER_LOCK],
  );
  const names = rows.map((row) => row.name);
  if (names.length > 0) await client.query("select graphile_worker.force_unlock_workers($1::text[])", [names]);
  return names;
}

function queueLogger(): Logger {
  return new Logger((scope) => (level, message) => {
    const fields = { worker: scope.workerId, task: scope.taskIdentifier, job: scope.jobId };
    if (level === "error") log.error(fields, message);
    else if (level === "warning") log.warn(fields, message);
    else log.debug(fields, message);
  });
}
