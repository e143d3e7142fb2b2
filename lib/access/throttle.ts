import "server-only";
import { createHash } from "node:crypto";
import type { Caller } from "./caller";
import type { Tx } from "./scope";

/** How many attempts in 15 minutes are free, for an account and for an address. */
const free = { "sign-in": { account: 5, address: 20 }, reset: { account: 3, address: 20 } };
export type Attempt = { what: keyof typeof free; email: string; from: Caller };

/** "account:…" as identity.finish_reset builds it too: the e-mail itself is not kept in the throttle. */
function keys({ what, email, from }: Attempt): { account: string; address: string } {
  const hash = createHash("sha256").update(email.trim().toLowerCase()).digest("hex");
  const prefix = what === "sign-in" ? "" : `${what}-`;
  return { account: `${prefix}account:${hash}`, address: `${prefix}address:${from.address}` };
}

/** Counts an attempt, before it is made. Answers the seconds to wait; 0 means go on. */
export async function countAttempt(db: Tx, attempt: Attempt): Promise<number> {
  const { account, address } = keys(attempt);
  const limit = free[attempt.what];
  const [row] = await db.$queryRaw<{ wait: number }[]>`
    select greatest(identity.attempt(${account}, ${limit.account}), identity.attempt(${address}, ${limit.address})) as wait`;
  return row?.wait ?? 0;
}

/** The attempt was a good one: the account begins anew, and the address is as it was before it. */
export async function forgiveAttempt(db: Tx, attempt: Attempt): Promise<void> {
  const { account, address } = keys(attempt);
  await db.$executeRaw`select identity.forget_attempts(${account}), identity.forgive_attempt(${address})`;
}
