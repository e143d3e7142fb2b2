import { z } from "zod";
import { touchDirections, touchKinds } from "@/lib/domain/cadence";
import type { EntryWords, Paging, Reader, TimelineSource } from "../source";

const touch = z.object({
  id: z.string(),
  kind: z.enum(touchKinds),
  direction: z.enum(touchDirections),
  answered: z.boolean(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  topics: z.array(z.string()),
  minutes: z.number().nullable(),
  private: z.boolean(),
  authorId: z.string(),
  author: z.string(),
  people: z.array(z.string()),
  promises: z.number(),
});

/** Touches of some kinds; private notes of others are not there by the table's own policy. */
export function touchesOf(kinds: string, { moments }: Paging): string {
  const { after, order } = moments("t.happened_at", "t.id");
  return `select t.happened_at at, t.id::text id, jsonb_build_object('id', t.id, 'kind', t.kind, 'direction', t.direction, 'answered', t.answered, 'subject', t.subject,
      'text', t.text, 'topics', t.topics, 'minutes', t.minutes, 'private', t.private, 'authorId', t.author_id, 'author', m.name,
      'people', coalesce((select jsonb_agg(p.name order by p.name) from touch_contact tc
        join contact p on p.tenant_id = tc.tenant_id and p.client_id = tc.client_id and p.id = tc.contact_id
        where tc.tenant_id = t.tenant_id and tc.touch_id = t.id), '[]'),
      'promises', (select count(*) from promise r where r.tenant_id = t.tenant_id and r.client_id = t.client_id and r.touch_id = t.id and r.deleted_at is null)) facts
    from (select * from touch t where t.client_id = $1::uuid and t.deleted_at is null and t.kind ${kinds} and ${after} ${order}) t
    join member m on m.tenant_id = t.tenant_id and m.id = t.author_id`;
}

export function touchWords(facts: unknown, { t, memberId, leads }: Reader): EntryWords {
  const one = touch.parse(facts);
  const own = one.authorId === memberId;
  const people = one.people.length > 0 ? one.people : null;
  const title = t(`kinds.touch.${one.kind}`, { direction: one.kind === "note" ? "both" : one.direction });
  const failed = (one.kind === "call" || one.kind === "meeting") && !one.answered;
  const minutes = one.minutes ? t("kinds.touch.minutes", { minutes: one.minutes }) : null;
  const topics = one.topics.join(", ") || null;
  return {
    title: people ? `${title}: ${people.join(", ")}` : title,
    text: one.subject ?? undefined,
    body: one.text ?? undefined,
    tail: [topics, minutes, own ? null : one.author].filter(Boolean).join(" · ") || undefined,
    badge: one.private
      ? { text: t("kinds.touch.private"), tone: "blue" }
      : failed
        ? { text: t(`kinds.touch.failed.${one.kind === "call" ? "call" : "meeting"}`), tone: "neutral" }
        : one.promises > 0
          ? { text: t("kinds.touch.promises", { count: one.promises }), tone: "neutral" }
          : undefined,
    touch: own || leads ? { id: one.id, edit: own } : undefined,
  };
}

export const talks: TimelineSource = {
  group: "talks",
  past: (paging) => touchesOf("<> 'note'", paging),
  entry: touchWords,
};
