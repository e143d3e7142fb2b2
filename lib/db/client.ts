import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";

let client: PrismaClient | undefined;

/**
 * The process's one client, signed in as grange_app, which by itself may touch no tenant table. Private to lib/access.
 * At most 20 connections, and at most 2 s of waiting for one.
 */
export function database(): PrismaClient {
  if (!client) {
    const connectionString = process.env.DATABASE_URL;
    if (!connectionString) throw new Error("DATABASE_URL is not set.");
    const pool = { connectionString, max: 20, connectionTimeoutMillis: 2000, application_name: "grange" };
    // A connection that breaks while idle is replaced; one that breaks in use fails its query, which is reported there.
    const ignore = () => undefined;
    client = new PrismaClient({ adapter: new PrismaPg(pool, { onPoolError: ignore, onConnectionError: ignore }) });
  }
  return client;
}

export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
