import "server-only";
import type { z } from "zod";
import { type Caller, sessionHash } from "./caller";
import { type Envelope, marked, publicAction } from "./doors";
import { Refusal, type Refused, type Result } from "./refusal";
import type { Tx } from "./scope";

/** A signed-in person, in whatever company: the hash of the session, which identity's functions take as proof. */
export type Me = { session: Uint8Array<ArrayBuffer>; person: string; email: string };

/** A publicAction that takes what useAct sends; key and company mean nothing before a company is entered. */
export function publicForm<S extends z.ZodType, T>(
  of: { name: string; input: S },
  run: (db: Tx, input: z.output<S>, from: Caller) => Promise<T | Refused>,
): (asked: Envelope<z.input<S>>) => Promise<Result<T>> {
  const door = publicAction(of, run);
  return marked((asked: Envelope<z.input<S>>) => door(asked.input), { kind: "public", ability: null });
}

/** A write on the person's own account (password, language, sessions, which company): it belongs to no company and needs no ability. */
export function accountAction<S extends z.ZodType, T>(
  of: { name: string; input: S },
  run: (db: Tx, me: Me, input: z.output<S>, from: Caller) => Promise<T | Refused>,
) {
  return publicForm(of, async (db, input: z.output<S>, from) => {
    const session = await sessionHash();
    if (!session) throw new Refusal("signed-out");
    const [who] = await db.$queryRaw<
      { person: string; email: string }[]
    >`select person_id::text as person, email from identity.account_of(${session})`;
    if (!who) throw new Refusal("signed-out");
    return run(db, { session, ...who }, input, from);
  });
}
