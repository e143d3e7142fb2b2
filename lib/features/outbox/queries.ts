import { z } from "zod";
import { query } from "@/lib/access/doors";
import type { Scope } from "@/lib/access/scope";
import { mailServer } from "@/lib/io/mail";
import { mailKinds, mailStates, type OutboxFilter } from "./schema";

const mail = z.object({
  id: z.string(),
  kind: z.enum(mailKinds),
  to: z.string(),
  subject: z.string(),
  status: z.enum(mailStates),
  error: z.string().nullable(),
  created_at: z.date(),
  sent_at: z.date().nullable(),
  sealed: z.boolean(),
  /** What it says still holds: its link has not expired. */
  fresh: z.boolean(),
});

export type MailRow = Omit<z.output<typeof mail>, "created_at" | "sent_at"> & { createdAt: Date; sentAt: Date | null };
export type OpenMail = MailRow & { body: string };

/** The outbox of the company, newest first, with the text of one mail when asked for. */
export const loadOutbox = query("outbox:read", async function loadOutbox(scope, filter: OutboxFilter) {
  const rows = await listMails(scope, filter);
  const counts = await scope.db.outboxMail.groupBy({ by: ["status"], _count: true });
  const open = filter.mail ? await findMail(scope, filter.mail) : null;
  const failed = counts.find((one) => one.status === "failed")?._count ?? 0;
  return { ...rows, failed, open, server: mailServer() !== null, zone: scope.zone };
});

export async function listMails(
  scope: Scope,
  filter: Omit<OutboxFilter, "size"> & { size: number },
): Promise<{ rows: MailRow[]; total: number }> {
  const like = `%${filter.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const found = await scope.db.$queryRaw<unknown[]>`
    select id::text, kind, to_address as to, subject, status, error, created_at, sent_at, id = any((select app.sealed_mails())::uuid[]) as sealed,
      app.mail_holds(kind, created_at) as fresh, count(*) over ()::int as total
    from outbox_mail
    where (${filter.q} = '' or to_address ilike ${like} or subject ilike ${like})
      and (cardinality(${filter.status}::text[]) = 0 or status = any(${filter.status}::text[]))
      and (cardinality(${filter.kind}::text[]) = 0 or kind = any(${filter.kind}::text[]))
    order by case when ${filter.sort} = 'created' then created_at end asc, created_at desc, id
    limit ${filter.size} offset ${(filter.page - 1) * filter.size}`;
  const total = z.object({ total: z.number() }).safeParse(found[0]).data?.total ?? 0;
  return { rows: found.map(toRow), total };
}

async function findMail(scope: Scope, id: string): Promise<OpenMail | null> {
  const [row] = await scope.db.$queryRaw<{ body: string }[]>`
    select id::text, kind, to_address as to, subject, status, error, created_at, sent_at, id = any((select app.sealed_mails())::uuid[]) as sealed,
      app.mail_holds(kind, created_at) as fresh, body
    from outbox_mail where id = ${id}::uuid`;
  return row ? { ...toRow(row), body: row.body } : null;
}

function toRow(found: unknown): MailRow {
  const { created_at: createdAt, sent_at: sentAt, ...row } = mail.parse(found);
  return { ...row, createdAt, sentAt };
}
