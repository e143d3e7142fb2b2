import { houseJob } from "@/lib/access/job";

/** Takes away what nobody can use any more: old sessions, links, throttles and idempotency keys. */
export const sweep = houseJob("sweep", async (db) => {
  await db.$executeRaw`select app.sweep()`;
});
