import { z } from "zod";
import { job, type Open } from "@/lib/access/job";
import { log } from "@/lib/io/log";
import { deliver, type Mail, MailFailure, mailServer } from "@/lib/io/mail";

/**
 * Sends one queued mail. The server is spoken to between two transactions: if this process dies in between, the mail goes once more, under the
 * same Message-ID. A failure is written on the mail for the admin, and thrown so that the queue tries again later; a final one is not.
 */
export const sendMail = job(
  { name: "sendMail", ability: "outbox:send", payload: z.object({ mail: z.uuid() }) },
  async (open, { mail: id }, last) => {
    const mail = await findQueued(open, id);
    if (!mail) return;
    if (!mailServer()) return mark(open, id, { status: "held", error: null });
    try {
      await deliver(mail);
    } catch (error) {
      if (!(error instanceof MailFailure)) throw error;
      const dead = error.permanent || last;
      await mark(open, id, { status: dead ? "failed" : "queued", error: `${error.reason}: ${error.detail}` });
      if (!dead) throw error;
      log.error({ mail: id, reason: error.reason }, "a mail could not be sent");
      return;
    }
    await mark(open, id, { status: "sent", error: null });
  },
);

/** The mail with its real text; null when it was sent or withdrawn meanwhile. */
async function findQueued(open: Open, id: string): Promise<Mail | null> {
  return open(async ({ db }) => {
    const [row] = await db.$queryRaw<Mail[]>`
      select to_address as to, subject, app.mail_text(id) as text, message_id as "messageId" from outbox_mail where id = ${id}::uuid and status = 'queued'`;
    return row ?? null;
  });
}

async function mark(
  open: Open,
  id: string,
  to: { status: "held" | "queued" | "sent" | "failed"; error: string | null },
) {
  const sent = to.status === "sent";
  await open(async ({ db, now }) => {
    await db.outboxMail.updateMany({
      where: { id, status: "queued" },
      data: { ...to, sentAt: sent ? now : undefined },
    });
    if (sent) await db.$executeRaw`select app.forget_mail_text(${id}::uuid)`;
  });
}
