import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { touchDirections, touchKinds } from "@/lib/domain/cadence";
import { type PromiseRow, promiseOf } from "./promises";

const talk = z.object({
  id: z.string(),
  kind: z.enum(touchKinds),
  direction: z.enum(touchDirections),
  answered: z.boolean(),
  /** ISO */
  at: z.string(),
  onDay: z.string(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  topics: z.array(z.string()),
  minutes: z.number().nullable(),
  author: z.string(),
  contacts: z.array(z.object({ id: z.string(), name: z.string() })),
});

const subject = z.object({ topic: z.string(), onDay: z.string(), contact: z.string().nullable() });

const heard = z.object({
  talk: talk.nullable(),
  topics: z.array(subject),
  promises: z.array(z.unknown()),
  effort: z.object({ minutes: z.number(), touches: z.number(), people: z.number(), known: z.number() }),
});

/** Days over which effort and breadth are counted. */
export const BREADTH_DAYS = 90;

/**
 * What was said last and with whom, what else was talked about lately (R88), what is promised by both sides (R26), and over the last 90 days:
 * the minutes of our work (R23) and how many of the client's people somebody was in touch with (R86).
 */
export type LastTalk = Omit<z.output<typeof heard>, "promises"> & {
  /** The open ones by due day, then what ended in the last thirty days. */
  promises: PromiseRow[];
};

/** One statement. What others keep private is not in it. */
export async function lastTalk(scope: Scope, clientId: string): Promise<LastTalk> {
  const [row] = await scope.db.$queryRaw<{ heard: unknown }[]>`
    select jsonb_build_object(
      'talk', (select jsonb_build_object('id', t.id, 'kind', t.kind, 'direction', t.direction, 'answered', t.answered, 'at', t.happened_at, 'onDay', t.on_day,
          'subject', t.subject, 'text', t.text, 'topics', t.topics, 'minutes', t.minutes, 'author', m.name,
          'contacts', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name) from touch_contact tc
            join contact p on p.tenant_id = tc.tenant_id and p.client_id = tc.client_id and p.id = tc.contact_id
            where tc.tenant_id = t.tenant_id and tc.touch_id = t.id), '[]'))
        from touch t join member m on m.tenant_id = t.tenant_id and m.id = t.author_id
        where t.client_id = ${clientId}::uuid and t.counts order by t.happened_at desc, t.id desc limit 1),
      'topics', coalesce((select jsonb_agg(jsonb_build_object('topic', x.topic, 'onDay', x.on_day, 'contact', x.contact) order by x.on_day desc, x.topic) from (
        select distinct on (lower(topic)) topic, t.on_day, (select min(p.name) from touch_contact tc
            join contact p on p.tenant_id = tc.tenant_id and p.client_id = tc.client_id and p.id = tc.contact_id
            where tc.tenant_id = t.tenant_id and tc.touch_id = t.id having count(*) = 1) contact
        from (select * from touch r where r.client_id = ${clientId}::uuid and r.deleted_at is null order by r.happened_at desc limit 40) t
        cross join unnest(t.topics) topic order by lower(topic), t.on_day desc) x), '[]'),
      'promises', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'clientId', p.client_id, 'clientName', c.name, 'side', p.side,
          'text', p.text, 'dueOn', p.due_on, 'status', p.status, 'closedOn', p.closed_on, 'touchId', p.touch_id, 'contactName', k.name, 'ownerName', m.name)
          order by (p.status <> 'open'), case when p.status = 'open' then p.due_on end, p.closed_on desc, p.id)
        from promise p join client c on c.tenant_id = p.tenant_id and c.id = p.client_id join member m on m.tenant_id = p.tenant_id and m.id = p.owner_id
        left join contact k on k.tenant_id = p.tenant_id and k.client_id = p.client_id and k.id = p.contact_id
        where p.client_id = ${clientId}::uuid and p.deleted_at is null and (p.status = 'open' or p.closed_on > ${scope.today}::date - 30)), '[]'),
      'effort', (select jsonb_build_object('minutes', coalesce(sum(t.minutes), 0), 'touches', count(*) filter (where t.counts),
          'people', (select count(distinct tc.contact_id) from touch_contact tc join touch u on u.tenant_id = tc.tenant_id and u.id = tc.touch_id
            where tc.client_id = ${clientId}::uuid and u.counts and u.on_day > ${scope.today}::date - ${BREADTH_DAYS}::int),
          'known', (select count(*) from contact p where p.client_id = ${clientId}::uuid and p.archived_at is null))
        from touch t where t.client_id = ${clientId}::uuid and t.deleted_at is null and t.on_day > ${scope.today}::date - ${BREADTH_DAYS}::int)) heard`;
  const found = heard.parse(row?.heard);
  return { ...found, promises: found.promises.map((promise) => promiseOf(promise, scope.today)) };
}
