// Runs before every test file that needs a database: gives it a copy of its own, before lib/db is imported.
import { inject } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database";

const database = await createTestDatabase(inject("cluster"));
process.env.DATABASE_URL = database.appUrl;
process.env.AUTH_SECRET = "a secret that only tests know: 0123456789";

/** This test file's own database; it goes when the run ends. */
export function testDatabase(): TestDatabase {
  return database;
}
