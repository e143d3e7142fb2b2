import "server-only";
import { z } from "zod";
import { refusalFor } from "./database-errors";
import type { Ability, SystemAbility } from "./policy";
import type { ErrorCode } from "./refusal";
import type { JobScope, Scope, Tx } from "./scope";
import { asMemberJob, asNobody, asSystem } from "./transaction";

/** One transaction inside the job's company; a job that speaks to the outside world opens one before and one after. */
export type Open = <T>(work: (scope: JobScope) => Promise<T>) => Promise<T>;

/** What graphile-worker passes besides the payload. */
const helpers = z.object({ job: z.object({ attempts: z.number(), max_attempts: z.number() }) });

/**
 * Work that a write left in the queue: app.enqueue has put the write's own company into the payload. `last` says that nobody will try again. `patient`: it
 * goes through all of a company, and a statement of it may take as long as it takes.
 */
export function job<S extends z.ZodType>(
  of: { name: string; ability: SystemAbility; payload: S; patient?: true },
  run: (open: Open, payload: z.output<S>, last: boolean) => Promise<void>,
): (sent: unknown, helpers?: unknown) => Promise<void> {
  return async (sent, given) => {
    const { tenant } = z.object({ tenant: z.uuid() }).parse(sent);
    const open: Open = (work) => asSystem(of, tenant, work);
    const attempt = helpers.safeParse(given).data?.job;
    return run(open, of.payload.parse(sent), attempt !== undefined && attempt.attempts >= attempt.max_attempts);
  };
}

/** One transaction of a job with the reach and the rights of the member who started it. */
export type OpenAsMember = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
export type MemberDoor = OpenAsMember & { readonly tenant: string; readonly member: string };

/** The door of one member's long work, for a job and for a program that works like one. */
export function memberDoor(of: { name: string; ability: Ability; tenant: string; member: string }): MemberDoor {
  const open: OpenAsMember = (work) => asMemberJob(of, work);
  return Object.assign(open, { tenant: of.tenant, member: of.member });
}

/**
 * A `job` that works as the member whom its payload names: it may do what they may when it runs, not what they might when it was asked for. Where
 * it cannot go on (they lost the right, left, or the last attempt failed), `close` ends it without them.
 */
export function memberJob<S extends z.ZodType>(
  of: { name: string; ability: Ability; closing: SystemAbility; payload: S },
  run: (open: MemberDoor, payload: z.output<S>) => Promise<void>,
  close: (open: Open, payload: z.output<S>, why: ErrorCode) => Promise<void>,
): (sent: unknown, helpers?: unknown) => Promise<void> {
  return async (sent, given) => {
    const { tenant, member } = z.object({ tenant: z.uuid(), member: z.uuid() }).parse(sent);
    const payload = of.payload.parse(sent);
    try {
      await run(memberDoor({ name: of.name, ability: of.ability, tenant, member }), payload);
    } catch (error) {
      const why = refusalFor(error)?.code ?? "bug";
      const attempt = helpers.safeParse(given).data?.job;
      const last = attempt !== undefined && attempt.attempts >= attempt.max_attempts;
      if (!last && (why === "bug" || why === "busy")) throw error;
      await close((work) => asSystem({ name: of.name, ability: of.closing }, tenant, work), payload, why);
      if (why === "bug") throw error;
    }
  };
}

/** The member of that address in the company of that name, for a command line; null where there is none. */
export async function findMember(company: string, email: string): Promise<{ tenant: string; member: string } | null> {
  const rows = await asNobody(
    "findMember",
    (db) =>
      db.$queryRaw<
        { tenant: string; member: string }[]
      >`select tenant_id::text as tenant, member_id::text as member from app.find_member(${company}, ${email})`,
  );
  return rows[0] ?? null;
}

/** Work of the clock that belongs to no company: the bare login and the functions that are the clock's. */
export function houseJob(name: string, run: (db: Tx) => Promise<void>): () => Promise<void> {
  return () => asNobody(name, run);
}
