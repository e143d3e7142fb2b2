"use server";

import { headers } from "next/headers";
import { publicForm } from "@/lib/access/account";
import { sha256 } from "@/lib/access/caller";
import { forgetLanding, landedSecret } from "@/lib/access/landing";
import { originOf } from "@/lib/access/origin";
import { Refusal, Refused } from "@/lib/access/refusal";
import { countAttempt } from "@/lib/access/throttle";
import { hashPassword } from "@/lib/io/password";
import { answerInvitation } from "./invitation";
import { findReset } from "./queries";
import { postReset } from "./reset-mail";
import { firstRunInput, invitationAnswer, resetAnswer, resetRequest } from "./schema";

/** The first company and its admin, against the code printed at start. Answers with whom to sign in. */
export const startCompany = publicForm({ name: "startCompany", input: firstRunInput }, async (db, input) => {
  const [state] = await db.$queryRaw<{ needed: boolean }[]>`select identity.needs_first_run() as needed`;
  if (!state?.needed) throw new Refusal("first-run-done");
  const { code, name, email, password } = input;
  const company = { name: input.company, locale: input.locale, zone: input.zone, currency: input.currency };
  const hash = await hashPassword(password);
  await db.$executeRaw`select identity.first_run(${sha256(code)}, ${JSON.stringify(company)}::jsonb, ${name}, ${email}, ${hash})`;
  return { email };
});

/** Joins the company that the link in this browser invites to. Answers with whom to sign in. */
export const acceptInvitation = publicForm(
  { name: "acceptInvitation", input: invitationAnswer },
  async (db, input, from) => {
    const secret = await landedSecret("/invite");
    if (!secret) throw new Refusal("link-expired");
    const answer = await answerInvitation(db, secret, input, from);
    if (!(answer instanceof Refused)) await forgetLanding("/invite");
    return answer;
  },
);

/** Asks for a reset link. The answer is the same whether the address is known or not. */
export const requestReset = publicForm({ name: "requestReset", input: resetRequest }, async (db, { email }, from) => {
  if ((await countAttempt(db, { what: "reset", email, from })) > 0) return new Refused("throttled");
  await postReset(db, email, originOf(await headers()));
  return {};
});

/** Sets a new password by the link in this browser, which ends every session of the person. */
export const finishReset = publicForm({ name: "finishReset", input: resetAnswer }, async (db, { password }) => {
  const secret = await landedSecret("/reset");
  const found = secret && (await findReset(db, secret));
  if (!secret || !found) throw new Refusal("link-expired");
  const hash = await hashPassword(password);
  const [row] = await db.$queryRaw<{ done: boolean }[]>`select identity.finish_reset(${secret}, ${hash}) as done`;
  if (!row?.done) throw new Refusal("link-expired");
  await forgetLanding("/reset");
  return { email: found.email };
});
