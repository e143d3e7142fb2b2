import type { Tx } from "@/lib/access/scope";
import { mailServer } from "@/lib/io/mail";

export type PostedMail = {
  tenant: string;
  kind: "invitation" | "reset" | "handover";
  to: string;
  subject: string;
  text: string;
  /** What the admin reads in place of the text, which then only the mail job can read. */
  instead?: string;
};

/** Puts a mail into a company's outbox, in the caller's transaction: held without a mail server, else queued. Answers its id. */
export async function postMail(db: Tx, mail: PostedMail): Promise<string> {
  const sealed = mail.instead === undefined ? null : mail.text;
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select app.post_mail(${mail.tenant}::uuid, ${mail.kind}, ${mail.to}, ${mail.subject}, ${mail.instead ?? mail.text}, ${sealed}, ${mailServer() === null})::text as id`;
  return row?.id ?? "";
}
