import { randomBytes } from "node:crypto";
import { headers } from "next/headers";
import { sha256 } from "@/lib/access/caller";
import { originOf } from "@/lib/access/origin";
import { postMail } from "@/lib/access/outbox";
import type { Scope } from "@/lib/access/scope";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import { mailServer } from "@/lib/io/mail";

export type Link = { token: string; hash: Uint8Array<ArrayBuffer> };

/** The secret of a link: it stands in the mail, and its SHA-256 in the database. */
export function newLink(): Link {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: sha256(token) };
}

/**
 * Posts an invitation in its reader's language; answers the mail's id. The link is built from the address at which the inviting admin is signed
 * in. With a mail server only the invited person gets to read it.
 */
export async function postInvitation(
  scope: Scope,
  to: { email: string; name: string; locale: Locale },
  { token }: Link,
): Promise<string> {
  const t = translator(to.locale, "people");
  const link = `${originOf(await headers())}/invite/${token}`;
  const text = t("mail.text", { name: to.name, inviter: scope.member.name, company: scope.company.name, link });
  const sealed = mailServer() ? translator(scope.locale, "people")("mail.sealed") : undefined;
  const subject = t("mail.subject", { company: scope.company.name });
  return postMail(scope.db, {
    tenant: scope.company.id,
    kind: "invitation",
    to: to.email,
    subject,
    text,
    instead: sealed,
  });
}
