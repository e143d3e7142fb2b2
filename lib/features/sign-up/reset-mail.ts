import { randomBytes } from "node:crypto";
import { z } from "zod";
import { sha256 } from "@/lib/access/caller";
import { postMail } from "@/lib/access/outbox";
import type { Tx } from "@/lib/access/scope";
import { isLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/messages";
import { mailServer } from "@/lib/io/mail";

const begun = z.object({
  name: z.string(),
  locale: z.string(),
  companies: z.array(z.string()),
  email: z.string(),
  origin: z.string().nullable(),
});

/**
 * Makes a reset link for a known address and posts it. Nobody but the person may read the link if it opens more than the company whose admin
 * would read it: with a mail server it is sealed, and so it is for someone of several companies, each of which then sees a note instead.
 * `requested` is the address that the request claims: it is used only for someone who has never signed in.
 */
export async function postReset(db: Tx, email: string, requested: string): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const [row] = await db.$queryRaw<unknown[]>`
    select r.name, r.locale, r.companies::text[], a.email, a.origin
    from identity.begin_reset(${email}, ${sha256(token)}) r, identity.mail_address_of(r.person_id) a`;
  if (!row) return;
  const person = begun.parse(row);
  const locale = isLocale(person.locale) ? person.locale : "en";
  const t = translator(locale, "signUp");
  const base = process.env.GRANGE_URL ? requested : (person.origin ?? requested);
  const text = t("resetMail.text", { name: person.name, link: `${base}/reset/${token}` });
  const mail = { kind: "reset", to: person.email, subject: t("resetMail.subject"), text } as const;
  const server = mailServer() !== null;
  const note = server ? t("resetMail.sealedByServer") : t("resetMail.sealedByCompanies");
  const sealed = server || person.companies.length > 1;
  // A server delivers one mail; without one, each company's admin must learn why the person cannot get in.
  for (const tenant of server ? person.companies.slice(0, 1) : person.companies)
    await postMail(db, { ...mail, tenant, instead: sealed ? note : undefined });
}
