import { createHash } from "node:crypto";
import pg from "pg";

export type Row = Record<string, unknown>;

/** Inserts as whoever the client is; objects become jsonb, arrays PostgreSQL arrays. */
export async function insert(client: pg.Client, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  const columns = names.map((name) => pg.escapeIdentifier(name)).join(", ");
  const places = names.map((_, index) => `$${index + 1}`).join(", ");
  await client.query(`insert into ${table} (${columns}) values (${places})`, Object.values(row));
}

/** The form in which the database knows a secret. */
export function secretHash(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
