import "server-only";
import { createHash } from "node:crypto";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { noteBusy } from "@/lib/io/answer";
import { log } from "@/lib/io/log";
import { type Caller, caller, isSameOrigin, sessionHash } from "./caller";
import { refusalFor } from "./database-errors";
import { answerOnce } from "./idempotency";
import type { Ability } from "./policy";
import { type FieldErrors, Moved, Refusal, Refused, type Result } from "./refusal";
import type { Scope, Tx } from "./scope";
import { asMember, asNobody } from "./transaction";

// The doors. Whatever reads or writes for a person is made by one of these, and tests/access/doors.test.ts finds what is not.

const MARK = Symbol.for("grange.door");
export type DoorMark = { kind: "query" | "lookup" | "action" | "public"; ability: Ability | null };

/** For the makers of doors in lib/access. */
export function marked<F extends object>(door: F, mark: DoorMark): F {
  return Object.defineProperty(door, MARK, { value: mark });
}

/** What kind of door this is; undefined for any other value. */
export function doorMark(value: unknown): DoorMark | undefined {
  return typeof value === "function" ? (value as { [MARK]?: DoorMark })[MARK] : undefined;
}

/** What a client component sends (components/ui/act): one key per submit, and the company its page was rendered for. */
export const envelope = z.object({ key: z.uuid(), company: z.uuid(), input: z.unknown() });
export type Envelope<I = unknown> = { key: string; company: string; input: I };

/**
 * A page's door: signed out goes to sign-in, and out of reach, forbidden and never existed are the same "not found".
 * run gets a read-only scope; what it returns must be plain data for a component.
 */
export function query<A extends unknown[], T>(
  ability: Ability,
  run: (scope: Scope, ...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  const door = async (...args: A): Promise<T> => {
    const [session, from] = await Promise.all([sessionHash(), caller()]);
    try {
      return await asMember(
        { name: run.name || ability, ability, mode: "read", session, request: from.request },
        (scope) => run(scope, ...args),
      );
    } catch (error) {
      if (error instanceof Moved) redirect(error.to as Parameters<typeof redirect>[0]);
      const refusal = refusalFor(error);
      if (refusal?.code === "signed-out") redirect("/sign-in");
      if (refusal?.code === "no-membership") redirect("/no-company");
      if (refusal?.code === "busy") throw busyPage();
      if (refusal) notFound();
      throw error;
    }
  };
  return marked(door, { kind: "query", ability });
}

/** A read that a client component makes while the page stands (search as you type): no key, nothing written. */
export function lookup<S extends z.ZodType, T>(
  of: { ability: Ability; input: S },
  run: (scope: Scope, input: z.output<S>) => Promise<T>,
): (asked: Envelope) => Promise<Result<T>> {
  const door = (asked: Envelope) =>
    answered(of.ability, asked, async (company, from) => {
      const input = parsed(of.input, asked.input);
      const session = await sessionHash();
      const value = await asMember(
        { name: of.ability, ability: of.ability, mode: "read", session, request: from.request, company },
        (scope) => run(scope, input),
      );
      return { ok: true, value };
    });
  return marked(door, { kind: "lookup", ability: of.ability });
}

/** A write. name goes into the audit trail. A thrown Refusal rolls everything back; a returned Refused is committed. */
export function action<S extends z.ZodType, T>(
  of: { name: string; ability: Ability; input: S },
  run: (scope: Scope, input: z.output<S>) => Promise<T | Refused>,
): (asked: Envelope<z.input<S>>) => Promise<Result<T>> {
  const door = (asked: Envelope) =>
    answered(of.name, asked, async (company, from) => {
      const entry = {
        name: of.name,
        ability: of.ability,
        mode: "write",
        session: await sessionHash(),
        request: from.request,
        company,
      } as const;
      const result = await asMember(entry, async (scope) => {
        // Who, whence, which company and the right to it come first: only then is the input looked at.
        const input = parsed(of.input, asked.input);
        return answerOnce<T>(
          scope,
          { key: asked.key, action: of.name, inputHash: fingerprint(asked.input) },
          async () => {
            const value = await run(scope, input);
            return value instanceof Refused
              ? { ok: false, code: value.code, fields: value.fields }
              : { ok: true, value };
          },
        );
      });
      refresh();
      return result;
    });
  return marked(door, { kind: "action", ability: of.ability });
}

/** A form for someone who is nobody yet (invitation, reset, first run): the bare login and schema identity's functions. */
export function publicAction<S extends z.ZodType, T>(
  of: { name: string; input: S },
  run: (db: Tx, input: z.output<S>, from: Caller) => Promise<T | Refused>,
): (input: z.input<S>) => Promise<Result<T>> {
  const door = async (sent: z.input<S>): Promise<Result<T>> => {
    const from = await caller();
    return failing(of.name, from, async () => {
      if (!(await isSameOrigin())) throw new Refusal("same-origin");
      const input = parsed(of.input, sent);
      const value = await asNobody(of.name, (db) => run(db, input, from));
      return value instanceof Refused ? { ok: false, code: value.code, fields: value.fields } : { ok: true, value };
    });
  };
  return marked(door, { kind: "public", ability: null });
}

/** A page for someone who is nobody yet: what schema identity's functions tell about a link or an installation. */
export function publicQuery<A extends unknown[], T>(
  name: string,
  run: (db: Tx, ...args: A) => Promise<T>,
): (...args: A) => Promise<T> {
  const door = async (...args: A): Promise<T> => {
    try {
      return await asNobody(name, (db) => run(db, ...args));
    } catch (error) {
      throw refusalFor(error)?.code === "busy" ? busyPage() : error;
    }
  };
  return marked(door, { kind: "public", ability: null });
}

/** What components/ui/failed-page knows by its digest, the one word of an error that reaches the browser; the server answers 503. */
function busyPage(): Error {
  noteBusy();
  return Object.assign(new Error("No connection of the database came free in time."), { digest: "busy" });
}

async function answered<T>(
  name: string,
  asked: Envelope,
  work: (company: string, from: Caller) => Promise<Result<T>>,
): Promise<Result<T>> {
  const from = await caller();
  return failing(name, from, async () => {
    if (!(await isSameOrigin())) throw new Refusal("same-origin");
    const sent = envelope.safeParse(asked);
    if (!sent.success) throw new Refusal("invalid");
    return work(sent.data.company, from);
  });
}

async function failing<T>(name: string, from: Caller, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalFor(error);
    if (refusal) return { ok: false, code: refusal.code, ...refusal.more };
    log.error({ err: error, door: name, request: from.request }, "door failed");
    return { ok: false, code: "bug", request: from.request };
  }
}

/** zod messages are keys of the errors namespace; whatever has none is plainly invalid. */
function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: FieldErrors = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join(".");
    fields[field] ??= (
      /^[a-z][a-z0-9-]*$/.test(issue.message) ? issue.message : fallback(issue.code)
    ) as FieldErrors[string];
  }
  throw new Refusal("invalid", { fields });
}

function fallback(code: string): string {
  return code === "too_big"
    ? "too-long"
    : code === "too_small"
      ? "required"
      : code === "invalid_type"
        ? "required"
        : "not-a-choice";
}

function fingerprint(input: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHash("sha256")
      .update(JSON.stringify(input) ?? "")
      .digest(),
  );
}
