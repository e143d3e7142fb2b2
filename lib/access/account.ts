import "server-only";
import type { z } from "zod";
import { type Caller, sessionHash } from "./caller";
import { publicAction } from "./doors";
import { Refusal, type Refused } from "./refusal";
import type { Tx } from "./scope";

/** A signed-in person, in whatever company: the hash of the session, which identity's functions take as proof. */
export type Me = { session: Uint8Array<ArrayBuffer>; person: string; email: string };

/** A write on the person's own account (password, language, sessions, which company): it belongs to no company and needs no ability. */
export function accountAction<S extends z.ZodType, T>(
  of: { name: string; input: S },
  run: (db: Tx, me: Me, input: z.output<S>, from: Caller) => Promise<T | Refused>,
) {
  return publicAction(of, async (db, input: z.output<S>, from) => {
    const session = await sessionHash();
    if (!session) throw new Refusal("signed-out");
    const [who] = await db.$queryRaw<
      { person: string; email: string }[]
    >`select person_id::text as person, email from identity.account_of(${session})`;
    if (!who) throw new Refusal("signed-out");
    return run(db, { session, ...who }, input, from);
  });
}
