"use server";

import { cookies, headers } from "next/headers";
import { accountAction, publicForm } from "@/lib/access/account";
import { SESSION_COOKIE, sessionHash } from "@/lib/access/caller";
import { action } from "@/lib/access/doors";
import { isSecure } from "@/lib/access/origin";
import { Refusal, Refused } from "@/lib/access/refusal";
import { countAttempt, forgiveAttempt } from "@/lib/access/throttle";
import { LOCALE_COOKIE } from "@/lib/i18n/locale";
import { hashPassword, verifyPassword } from "@/lib/io/password";
import { companyInput, localeInput, nothing, passwordInput, profileInput, sessionInput } from "./schema";

/** How the directory of this company shows me. */
export const saveProfile = action(
  { name: "saveProfile", ability: "profile:edit", input: profileInput },
  async (scope, { version, ...mine }) => {
    const where = { id: scope.member.id };
    const { count } = await scope.db.member.updateMany({ where: { ...where, version }, data: mine });
    if (count === 1) return {};
    const theirs = await scope.db.member.findFirst({
      where,
      select: { version: true, name: true, phone: true, jobTitle: true, zone: true },
    });
    if (!theirs) throw new Refusal("not-found");
    throw new Refusal("conflict", { values: { theirs, mine } });
  },
);

/** A new password against the current one; every other session of mine ends. */
export const changePassword = accountAction(
  { name: "changePassword", input: passwordInput },
  async (db, me, { current, password }, from) => {
    const attempt = { what: "sign-in", email: me.email, from } as const;
    if ((await countAttempt(db, attempt)) > 0) return new Refused("throttled");
    const [row] = await db.$queryRaw<
      { hash: string | null }[]
    >`select identity.my_password_hash(${me.session}) as hash`;
    if (!(await verifyPassword(row?.hash, current))) return new Refused("invalid", { current: "password-wrong" });
    await forgiveAttempt(db, attempt);
    const hash = await hashPassword(password);
    await db.$executeRaw`select identity.update_me(${me.session}, null, null, ${hash})`;
    return {};
  },
);

/** The language of this browser, and of the account when somebody is signed in. */
export const saveLocale = publicForm({ name: "saveLocale", input: localeInput }, async (db, { locale }) => {
  const session = await sessionHash();
  if (session) await db.$executeRaw`select identity.update_me(${session}, null, ${locale}, null)`;
  const secure = isSecure(await headers());
  (await cookies()).set(LOCALE_COOKIE, locale, { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax", secure });
  return {};
});

/** Puts this session into another of the person's companies. The caller then loads the whole document anew. */
export const switchCompany = accountAction(
  { name: "switchCompany", input: companyInput },
  async (db, me, { company }) => {
    const [row] = await db.$queryRaw<
      { done: boolean }[]
    >`select identity.switch_company(${me.session}, ${company}::uuid) as done`;
    if (!row?.done) throw new Refusal("not-found");
    return {};
  },
);

/** Ends another session of mine. */
export const revokeSession = accountAction({ name: "revokeSession", input: sessionInput }, async (db, me, { id }) => {
  const [row] = await db.$queryRaw<{ n: number }[]>`select identity.revoke_sessions(${me.session}, ${id}::uuid) as n`;
  if (row?.n !== 1) throw new Refusal("not-found");
  return {};
});

/** Ends every session of mine, this one too. */
export const signOutEverywhere = accountAction({ name: "signOutEverywhere", input: nothing }, async (db, me) => {
  await db.$executeRaw`select identity.revoke_sessions(${me.session}, null), identity.end_session(${me.session})`;
  (await cookies()).delete(SESSION_COOKIE);
  return {};
});

/** Ends this session. Signed out already is fine too. */
export const signOut = publicForm({ name: "signOut", input: nothing }, async (db) => {
  const session = await sessionHash();
  if (session) await db.$executeRaw`select identity.end_session(${session})`;
  (await cookies()).delete(SESSION_COOKIE);
  return {};
});
