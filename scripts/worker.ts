// The worker process: runs what lib/features/tasks lists, until told to stop.
import { closeDatabase } from "@/lib/db/client";
import { schedule, tasks } from "@/lib/features/tasks";
import { log } from "@/lib/io/log";
import { startWorker } from "@/lib/io/queue";
import { untilTold } from "./stopping";

const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) throw new Error("DATABASE_URL is not set.");

const failure = await work(databaseUrl).catch((error: unknown) => error);
if (failure) log.error({ err: failure }, "the worker ends and will be started again");
await closeDatabase();
process.exit(failure ? 1 : 0);

/** Runs until told to stop, or until the database goes away: then it throws. */
async function work(url: string): Promise<void> {
  const worker = await startWorker({ databaseUrl: url, tasks, schedule });
  process.send?.({ ready: true });
  await Promise.race([untilTold(), worker.ended]);
  await worker.stop();
}
