import nodemailer from "nodemailer";
import { z } from "zod";

/** SMTP_URL ("smtps://user:password@mail.example.com"), or null: then mails are held for the outbox page. */
export function mailServer(): string | null {
  return process.env.SMTP_URL || null;
}

export type Mail = {
  to: string;
  subject: string;
  text: string /** With its angle brackets; the same at every try. */;
  messageId: string;
};

/** Why a mail did not go. `permanent`: the server will never take it, so trying again is of no use. */
export class MailFailure extends Error {
  constructor(
    /** "ECONNREFUSED", "SMTP 550": without an address, so it may be logged. */
    readonly reason: string,
    /** The server's own words, for the admin. */
    readonly detail: string,
    readonly permanent: boolean,
  ) {
    super(reason);
    this.name = "MailFailure";
  }
}

const failure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  message: z.string().default(""),
});

/** Hands a mail to the server; resolves when the server has accepted it, throws MailFailure. */
export async function deliver(mail: Mail): Promise<void> {
  const server = mailServer();
  if (!server) throw new MailFailure("no server", "SMTP_URL is not set", false);
  const transport = nodemailer.createTransport(withTimeouts(server));
  try {
    await transport.sendMail({ ...mail, from: sender(server), disableFileAccess: true, disableUrlAccess: true });
  } catch (error) {
    const { code, responseCode, message } = failure.catch({ message: String(error) }).parse(error);
    const reason = responseCode ? `SMTP ${responseCode}` : (code ?? "failed");
    // A refused sign-in is the operator's to mend, and then the mail can go: only a refused mail is final.
    const permanent = responseCode !== undefined && responseCode >= 500 && code !== "EAUTH";
    throw new MailFailure(reason, message.slice(0, 300), permanent);
  } finally {
    transport.close();
  }
}

/** MAIL_FROM, else a plain address at the mail server's own domain. */
function sender(server: string): string {
  return process.env.MAIL_FROM || `Grange <no-reply@${new URL(server).hostname}>`;
}

// Only the URL's own parameters count when nodemailer is given a URL. Milliseconds.
function withTimeouts(server: string): string {
  const url = new URL(server);
  for (const [name, value] of Object.entries({
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  }))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  return url.href;
}
