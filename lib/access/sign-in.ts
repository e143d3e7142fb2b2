import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { verifyPassword } from "@/lib/io/password";
import type { Caller } from "./caller";
import { callerOf, SESSION_COOKIE, sha256 } from "./caller";
import { asNobody } from "./transaction";

const MONTH = 30 * 24 * 3600;

/** "account:…" as identity.finish_reset builds it too: the e-mail itself is not kept in the throttle. */
export function accountKey(email: string): string {
  return `account:${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
}

/**
 * The person behind an e-mail and password, or why not. Every attempt is counted before the password is looked at: 5 for an account and 20
 * for an address in 15 minutes, then growing waits. An unknown person costs the same time and gets the same answer as a wrong password.
 */
export async function checkPassword(
  email: string,
  password: string,
  from: Caller,
): Promise<{ person: string } | { refused: "throttled" | "sign-in-failed" }> {
  const account = accountKey(email);
  const waits = await asNobody("countAttempt", async (db) => {
    const [row] = await db.$queryRaw<{ wait: number }[]>`
      select greatest(identity.attempt(${account}, 5), identity.attempt(${`address:${from.address}`}, 20)) as wait`;
    return row?.wait ?? 0;
  });
  if (waits > 0) return { refused: "throttled" };
  const [found] = await asNobody(
    "findSignIn",
    (db) => db.$queryRaw<{ person_id: string; password_hash: string | null }[]>`
    select person_id::text, password_hash from identity.find_sign_in(${email.trim()})`,
  );
  if (!(await verifyPassword(found?.password_hash, password)) || !found) return { refused: "sign-in-failed" };
  await asNobody("forgetAttempts", (db) => db.$executeRaw`select identity.forget_attempts(${account})`);
  return { person: found.person_id };
}

/** next-auth keeps the cookie; its token holds nothing but our opaque session id, whose row is checked at every door. */
export const authOptions: NextAuthOptions = {
  secret: process.env.AUTH_SECRET,
  session: { strategy: "jwt", maxAge: MONTH },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: {
    sessionToken: {
      name: SESSION_COOKIE,
      options: {
        httpOnly: true,
        sameSite: "lax",
        path: "/",
        secure: process.env.NEXTAUTH_URL?.startsWith("https:") ?? false,
      },
    },
  },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      async authorize(given, request) {
        const headers = new Map(Object.entries(request.headers ?? {}).map(([name, value]) => [name, String(value)]));
        const from = callerOf({ get: (name) => headers.get(name) ?? null });
        const email = given?.email ?? "";
        const password = given?.password ?? "";
        if (!email || !password || password.length > 200 || email.length > 200) throw new Error("sign-in-failed");
        const checked = await checkPassword(email, password, from);
        if ("refused" in checked) throw new Error(checked.refused);
        const sid = randomBytes(32).toString("base64url");
        await asNobody(
          "startSession",
          (db) => db.$executeRaw`
          select identity.start_session(${checked.person}::uuid, ${sha256(sid)}, ${from.address}, ${from.agent})`,
        );
        return { id: checked.person, sid };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: (user as { sid?: string }).sid } : token),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === "string") {
        const hash = sha256(token.sid);
        await asNobody("endSession", (db) => db.$executeRaw`select identity.end_session(${hash})`);
      }
    },
  },
};
