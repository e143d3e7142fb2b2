import type { Caller } from "@/lib/access/caller";
import { newPassword } from "@/lib/access/fields";
import { Refusal, Refused } from "@/lib/access/refusal";
import type { Tx } from "@/lib/access/scope";
import { countAttempt, forgiveAttempt } from "@/lib/access/throttle";
import { hashPassword, verifyPassword } from "@/lib/io/password";
import { findInvitation } from "./queries";

/** Uses an invitation: a new person chooses a name and a password, a known one proves to be that person. */
export async function answerInvitation(
  db: Tx,
  secret: Uint8Array<ArrayBuffer>,
  given: { name: string; password: string },
  from: Caller,
): Promise<{ email: string } | Refused> {
  const invitation = await findInvitation(db, secret);
  if (!invitation) throw new Refusal("link-expired");
  const { email } = invitation;
  if (invitation.known) {
    // Returned, not thrown: a counted attempt must stay counted.
    const attempt = { what: "sign-in", email, from } as const;
    if ((await countAttempt(db, attempt)) > 0) return new Refused("throttled");
    const [person] = await db.$queryRaw<
      { hash: string | null }[]
    >`select password_hash as hash from identity.find_sign_in(${email})`;
    if (!(await verifyPassword(person?.hash, given.password)))
      return new Refused("invalid", { password: "sign-in-failed" });
    await forgiveAttempt(db, attempt);
    await db.$executeRaw`select identity.join_company(${secret}, null, null)`;
    return { email };
  }
  const password = newPassword.safeParse(given.password);
  if (!password.success) {
    const fault = password.error.issues[0]?.message === "password-common" ? "password-common" : "password-short";
    throw new Refusal("invalid", { fields: { password: fault, ...(given.name ? {} : { name: "required" }) } });
  }
  if (!given.name) throw new Refusal("invalid", { fields: { name: "required" } });
  await db.$executeRaw`select identity.join_company(${secret}, ${given.name}, ${await hashPassword(password.data)})`;
  return { email };
}
