import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type RunningWorker, startWorker } from "@/lib/io/queue";
import { testDatabase } from "@/tests/support/database-setup";

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
const workers: RunningWorker[] = [];
let connected: Promise<unknown> | undefined;

const lockedBy = async () =>
  (await owner.query("select locked_by from graphile_worker._private_jobs order by id")).rows.map(
    (row) => row.locked_by,
  );

async function work(tasks: Record<string, () => Promise<void>>): Promise<RunningWorker> {
  const worker = await startWorker({ databaseUrl: testDatabase().appUrl, tasks, concurrency: 2 });
  workers.push(worker);
  return worker;
}

beforeEach(async () => {
  connected ??= owner.connect();
  await connected;
  await owner.query("delete from graphile_worker._private_jobs");
});

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop().catch(() => undefined);
});

it("runs a job once and takes it off the queue", async () => {
  const done = new Promise<void>((resolve) => {
    void work({ greet: async () => resolve() });
  });
  await owner.query("select graphile_worker.add_job('greet', '{}')");
  await done;
  await workers[0]?.stop();
  expect(await lockedBy()).toEqual([]);
});

it("frees the jobs of a worker that is gone, and leaves those of a living one", async () => {
  await owner.query("select graphile_worker.add_job(name, '{}') from unnest(array['left', 'held']) name");
  let release = () => undefined as undefined;
  const held = new Promise<void>((resolve) => {
    release = () => {
      resolve();
      return undefined;
    };
  });
  let starts = 0;
  const taken = new Promise<void>((resolve) => {
    void work({
      held: async () => {
        starts++;
        resolve();
        await held;
      },
    });
  });
  await taken;
  await owner.query(
    "update graphile_worker._private_jobs set locked_by = 'pool-killed', locked_at = now() where locked_by is null",
  );

  const rescued = new Promise<void>((resolve) => {
    void work({ left: async () => resolve(), held: async () => void starts++ });
  });
  await rescued;
  await workers[1]?.stop();
  expect(starts).toBe(1);
  expect(await lockedBy()).toEqual([expect.stringMatching(/^pool-(?!killed)/)]);
  release();
});

it("ends when the database takes its connection away", async () => {
  const worker = await work({ greet: async () => undefined });
  const admin = new pg.Client({ connectionString: testDatabase().adminUrl });
  await admin.connect();
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'grange worker' and datname = current_database()",
  );
  await admin.end();
  await expect(worker.ended).rejects.toThrow();
});
