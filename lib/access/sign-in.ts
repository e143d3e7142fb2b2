import "server-only";
import { randomBytes } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { log } from "@/lib/io/log";
import { verifyPassword } from "@/lib/io/password";
import type { Caller } from "./caller";
import { callerOf, SESSION_COOKIE, sha256 } from "./caller";
import { refusalFor } from "./database-errors";
import { isSecure, localPath, originOf } from "./origin";
import { type Attempt, countAttempt, forgiveAttempt } from "./throttle";
import { asNobody } from "./transaction";

const MONTH = 30 * 24 * 3600;

/**
 * The person behind an e-mail and password, or why not. Every attempt is counted before the password is looked at: 5 for an account and 20
 * for an address in 15 minutes, then growing waits. An unknown person costs the same time and gets the same answer as a wrong password.
 */
export async function checkPassword(
  email: string,
  password: string,
  from: Caller,
): Promise<{ person: string } | { refused: "throttled" | "sign-in-failed" }> {
  const attempt: Attempt = { what: "sign-in", email, from };
  const waits = await asNobody("countAttempt", (db) => countAttempt(db, attempt));
  if (waits > 0) return { refused: "throttled" };
  const [found] = await asNobody(
    "findSignIn",
    (db) => db.$queryRaw<{ person_id: string; password_hash: string | null }[]>`
    select person_id::text, password_hash from identity.find_sign_in(${email.trim()})`,
  );
  if (!(await verifyPassword(found?.password_hash, password)) || !found) return { refused: "sign-in-failed" };
  await asNobody("forgiveAttempt", (db) => forgiveAttempt(db, attempt));
  return { person: found.person_id };
}

/** What the route must know after a sign-in besides the cookie: the language in which this person wants to be spoken to. */
export type SignedIn = { locale?: string };

/**
 * next-auth keeps the cookie; its token holds nothing but our opaque session id, whose row is checked at every door. The options are made for
 * one request: the cookie is Secure where the request came by HTTPS, and no address of next-auth's own is ever used, because `redirect`
 * answers with local paths only. So it works on any port and behind any proxy, whatever Host a caller claims.
 */
export function signInOptions(headers: { get(name: string): string | null }, outcome: SignedIn = {}): NextAuthOptions {
  const secure = isSecure(headers);
  const quiet = () => undefined; // its warnings concern the address; failures reach us as answers
  return {
    secret: process.env.AUTH_SECRET,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: MONTH },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    logger: { error: (code) => log.warn({ code }, "next-auth"), warn: quiet, debug: quiet },
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const from = callerOf(headers);
          const found = await enter(given?.email ?? "", given?.password ?? "", from, originOf(headers)).catch(
            (error: unknown) => {
              log.error({ err: error, request: from.request }, "sign-in failed");
              return { refused: refusalFor(error)?.code ?? "bug" };
            },
          );
          // next-auth puts the message of an error into its answer, so it must be one of our codes.
          if ("refused" in found) throw new Error(found.refused);
          outcome.locale = found.locale;
          return { id: found.person, sid: found.sid };
        },
      }),
    ],
    callbacks: {
      redirect: ({ url }) => localPath(url, "/"),
      jwt: ({ token, user }) => (user ? { sid: (user as { sid?: string }).sid } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

type Entered = { person: string; sid: string; locale: string | undefined };

async function enter(
  email: string,
  password: string,
  from: Caller,
  origin: string,
): Promise<Entered | { refused: string }> {
  if (!email || !password || password.length > 200 || email.length > 200) return { refused: "sign-in-failed" };
  const checked = await checkPassword(email, password, from);
  if ("refused" in checked) return checked;
  const sid = randomBytes(32).toString("base64url");
  return { person: checked.person, sid, locale: await startSession(checked.person, sha256(sid), from, origin) };
}

type Hash = ReturnType<typeof sha256>;

async function startSession(person: string, hash: Hash, from: Caller, origin: string): Promise<string | undefined> {
  return asNobody("startSession", async (db) => {
    await db.$executeRaw`
      select identity.start_session(${person}::uuid, ${hash}, ${from.address}, ${from.agent}), identity.remember_origin(${person}::uuid, ${origin})`;
    const [spoken] = await db.$queryRaw<{ locale: string | null }[]>`
      select coalesce(a.locale, s.company_locale) as locale from identity.account_of(${hash}) a left join app.open_session(${hash}, null) s on true`;
    return spoken?.locale ?? undefined;
  });
}
