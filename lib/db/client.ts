import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

let client: PrismaClient | undefined;

/** The process's one client, signed in as grange_app, which by itself may touch no tenant table. Private to lib/access. */
export function database(): PrismaClient {
  if (!client) {
    const connectionString = process.env.DATABASE_URL;
    if (!connectionString) throw new Error("DATABASE_URL is not set.");
    client = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 20, connectionTimeoutMillis: 2000 }) });
  }
  return client;
}

export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
