// Runs before every test file that needs a database: gives it a copy of its own, before anything asks lib/db for it.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject, vi } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { request } from "@/tests/access/doors/next";
import { createTestDatabase, type TestDatabase } from "./database";

// For every file, because what one has imported with Next's own modules in it stays so for the next.
vi.mock("next/headers", async () => (await import("@/tests/access/doors/next")).nextHeaders);
vi.mock("next/navigation", async () => (await import("@/tests/access/doors/next")).nextNavigation);
vi.mock("next/cache", async () => (await import("@/tests/access/doors/next")).nextCache);
// Passwords are hashed for real, but not for long: on a busy machine a closed account would open again before the test has counted to six.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const quick = { memoryCost: 1024, timeCost: 1, parallelism: 1 };
  return { ...real, hash: (password: string) => real.hash(password, quick) };
});

// Of the process and not of this module: files that share their modules run this again, while helpers keep the first run's exports.
const here = globalThis as { testDatabase?: TestDatabase; environment?: NodeJS.ProcessEnv };
here.environment ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in here.environment)) delete process.env[name];
Object.assign(process.env, here.environment);
request.cookies.clear();
request.headers = new Headers();

here.testDatabase = await createTestDatabase(inject("cluster"));
process.env.DATABASE_URL = here.testDatabase.appUrl;
process.env.GRANGE_FILES = mkdtempSync(join(tmpdir(), "grange-files-"));
process.env.AUTH_SECRET = "a secret that only tests know: 0123456789";
afterAll(closeDatabase);

/** This test file's own database; it goes when the run ends. */
export function testDatabase(): TestDatabase {
  if (!here.testDatabase) throw new Error("database-setup.ts has not run");
  return here.testDatabase;
}
