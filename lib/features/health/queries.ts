import { asNobody } from "@/lib/access/transaction";
import { expectedMigration } from "@/lib/io/expected-migration";
import { log } from "@/lib/io/log";
import { WORKER_LOCK } from "@/lib/io/worker-lock";

/** Whether each part that a request may need is there. */
export type Readiness = { database: boolean; migrations: boolean; queue: boolean };

/** Asked by whoever balances the load, without a session: it tells nothing but three words, so it needs no door. */
export async function loadReadiness(): Promise<Readiness> {
  try {
    return await asNobody("health", async (db) => {
      const [row] = await db.$queryRaw<{ migrations: boolean; queue: boolean }[]>`
        select
          exists (select from _prisma_migrations
            where migration_name = coalesce(${expectedMigration()}, migration_name) and finished_at is not null) as migrations,
          exists (select from pg_locks where locktype = 'advisory' and granted and classid::bigint = ${WORKER_LOCK} and objid <> 0
            and database = (select oid from pg_database where datname = current_database())) as queue`;
      return { database: true, migrations: row?.migrations === true, queue: row?.queue === true };
    });
  } catch (error) {
    log.warn({ err: error }, "not ready");
    return { database: false, migrations: false, queue: false };
  }
}
