import "server-only";
import { z } from "zod";
import type { SystemAbility } from "./policy";
import type { JobScope, Tx } from "./scope";
import { asNobody, asSystem } from "./transaction";

/** One transaction inside the job's company; a job that speaks to the outside world opens one before and one after. */
export type Open = <T>(work: (scope: JobScope) => Promise<T>) => Promise<T>;

/** What graphile-worker passes besides the payload. */
const helpers = z.object({ job: z.object({ attempts: z.number(), max_attempts: z.number() }) });

/** Work that a write left in the queue: app.enqueue has put the write's own company into the payload. `last` says that nobody will try again. */
export function job<S extends z.ZodType>(
  of: { name: string; ability: SystemAbility; payload: S },
  run: (open: Open, payload: z.output<S>, last: boolean) => Promise<void>,
): (sent: unknown, helpers?: unknown) => Promise<void> {
  return async (sent, given) => {
    const { tenant } = z.object({ tenant: z.uuid() }).parse(sent);
    const open: Open = (work) => asSystem(of.name, of.ability, tenant, work);
    const attempt = helpers.safeParse(given).data?.job;
    return run(open, of.payload.parse(sent), attempt !== undefined && attempt.attempts >= attempt.max_attempts);
  };
}

/** Work of the clock that belongs to no company: the bare login and the functions that are the clock's. */
export function houseJob(name: string, run: (db: Tx) => Promise<void>): () => Promise<void> {
  return () => asNobody(name, run);
}
