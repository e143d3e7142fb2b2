import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { GET as readyz } from "@/app/api/readyz/route";
import { closeDatabase } from "@/lib/db/client";
import { startWorker } from "@/lib/io/queue";
import { testDatabase } from "@/tests/support/database-setup";

const { appUrl, adminUrl } = testDatabase();

async function ask(): Promise<[number, unknown]> {
  const answer = await readyz();
  return [answer.status, await answer.json()];
}

afterEach(async () => {
  process.env.DATABASE_URL = appUrl;
  delete process.env.GRANGE_MIGRATION;
  await closeDatabase();
});

it("is ready when the database, its migrations and a worker are there, and says what is not", async () => {
  expect(await ask()).toEqual([503, { database: true, migrations: true, queue: false }]);
  const worker = await startWorker({ databaseUrl: appUrl, tasks: {} });
  expect(await ask()).toEqual([200, { database: true, migrations: true, queue: true }]);
  process.env.GRANGE_MIGRATION = "9999_not_there";
  expect(await ask()).toEqual([503, { database: true, migrations: false, queue: true }]);
  await worker.stop();
});

it("answers while the database is away", async () => {
  process.env.DATABASE_URL = Object.assign(new URL(appUrl), { port: "1" }).href;
  expect(await ask()).toEqual([503, { database: false, migrations: false, queue: false }]);
});

it("comes back after its connections were cut", async () => {
  await ask();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await admin.end();
  // The first question may be what finds the connection broken.
  await vi.waitFor(async () => expect(await ask()).toEqual([503, { database: true, migrations: true, queue: false }]));
});
