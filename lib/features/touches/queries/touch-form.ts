import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { touchDirections, touchKinds } from "@/lib/domain/cadence";
import type { TouchFormValues } from "../schema";

const stored = z.object({
  version: z.number(),
  mine: z.boolean(),
  clientId: z.string(),
  kind: z.enum(touchKinds),
  direction: z.enum(touchDirections),
  answered: z.boolean(),
  contactIds: z.array(z.string()),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  topics: z.array(z.string()),
  minutes: z.number().nullable(),
  day: z.string(),
  time: z.string(),
  private: z.boolean(),
});

/** The zone in which a person says when something was: their own, else the company's. */
export function ownZone(scope: Pick<Scope, "zone" | "company">): string {
  return scope.zone === "UTC" ? scope.company.zone : scope.zone;
}

/** A touch as its form holds it, with the day and time of the reader's zone; `mine` when the reader wrote it. */
export async function touchFormValues(
  scope: Scope,
  id: string,
): Promise<{ values: TouchFormValues; version: number; mine: boolean } | null> {
  const zone = ownZone(scope);
  const [row] = await scope.db.$queryRaw<unknown[]>`
    select t.version, t.author_id = ${scope.member.id}::uuid mine, t.client_id::text "clientId", t.kind, t.direction, t.answered, t.subject, t.text,
      t.topics, t.minutes, to_char(t.happened_at at time zone ${zone}, 'YYYY-MM-DD') "day", to_char(t.happened_at at time zone ${zone}, 'HH24:MI') "time", t.private,
      array(select tc.contact_id::text from touch_contact tc where tc.tenant_id = t.tenant_id and tc.touch_id = t.id order by 1) "contactIds"
    from touch t where t.id = ${id}::uuid and t.deleted_at is null`;
  if (!row) return null;
  const { version, mine, subject, text, minutes, ...values } = stored.parse(row);
  return {
    version,
    mine,
    values: { ...values, subject: subject ?? "", text: text ?? "", minutes: minutes?.toString() ?? "", promises: [] },
  };
}

const person = z.object({ id: z.string(), name: z.string(), jobTitle: z.string().nullable(), isKey: z.boolean() });
const choices = z.object({
  id: z.string(),
  name: z.string(),
  people: z.array(person),
  /** What was talked about here before, the latest first. */
  topics: z.array(z.string()),
});

export type TouchClient = z.output<typeof choices>;

/** Whom one can have talked with at a client, and what about; null when it is out of reach or in the archive. */
export async function findTouchClient(scope: Scope, clientId: string): Promise<TouchClient | null> {
  const [row] = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, c.name,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'jobTitle', p.job_title, 'isKey', p.is_key) order by p.is_key desc, p.name, p.id)
        from contact p where p.tenant_id = c.tenant_id and p.client_id = c.id and p.archived_at is null), '[]') people,
      coalesce((select jsonb_agg(x.topic order by x.at desc) from (
        select min(topic) topic, max(t.happened_at) at
        from (select r.topics, r.happened_at from touch r where r.tenant_id = c.tenant_id and r.client_id = c.id and r.deleted_at is null
          order by r.happened_at desc limit 60) t cross join unnest(t.topics) topic
        group by lower(topic) order by 2 desc limit 8) x), '[]') topics
    from client c where c.id = ${clientId}::uuid and c.archived_at is null`;
  return row ? choices.parse(row) : null;
}

/** Clients in reach that the words fit, the caller's own first. */
export async function listTouchClients(scope: Scope, query: string): Promise<{ value: string; label: string }[]> {
  return scope.db.$queryRaw<{ value: string; label: string }[]>`
    select c.id::text value, c.name::text label from client c
    where c.archived_at is null and (${query.trim()} = '' or c.id = any(app.find_clients(${query})))
    order by not exists (select from assignment a where a.tenant_id = c.tenant_id and a.client_id = c.id and a.member_id = ${scope.member.id}::uuid
      and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)), c.name, c.id limit 30`;
}
