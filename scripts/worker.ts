// The worker process: runs what lib/features/tasks lists, until told to stop.
import { closeDatabase } from "@/lib/db/client";
import { schedule, tasks } from "@/lib/features/tasks";
import { log } from "@/lib/io/log";
import { startWorker } from "@/lib/io/queue";
import { untilTold } from "./stopping";

const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) throw new Error("DATABASE_URL is not set.");

const worker = await startWorker({ databaseUrl, tasks, schedule });
process.send?.({ ready: true });
const failure = await Promise.race([
  untilTold().then(() => undefined),
  worker.ended.then(
    () => undefined,
    (error: unknown) => error,
  ),
]);
if (failure) log.error({ err: failure }, "the worker ends and will be started again");
await worker.stop().catch(() => undefined);
await closeDatabase();
process.exit(failure ? 1 : 0);
