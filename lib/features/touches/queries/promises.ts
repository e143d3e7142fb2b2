import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { daysBetween } from "@/lib/domain/calendar-date";
import { promiseSides, promiseStates } from "@/lib/domain/promise";

const promiseRow = z.object({
  id: z.string(),
  version: z.number(),
  clientId: z.string(),
  clientName: z.string(),
  side: z.enum(promiseSides),
  text: z.string(),
  dueOn: z.string(),
  status: z.enum(promiseStates),
  closedOn: z.string().nullable(),
  touchId: z.string().nullable(),
  contactName: z.string().nullable(),
  ownerName: z.string(),
});

/** A promise as it is read; `late` days after its due day while it is open (0: in time). */
export type PromiseRow = z.output<typeof promiseRow> & { late: number };

export function promiseOf(row: unknown, today: string): PromiseRow {
  const promise = promiseRow.parse(row);
  return { ...promise, late: promise.status === "open" ? Math.max(0, daysBetween(promise.dueOn, today)) : 0 };
}

/**
 * Open promises of both sides that are due by a day (today unless told), of which the caller answers for ours and waits for theirs, or whose
 * client the caller owns or stands in for. The oldest first. One statement.
 */
export async function listDuePromises(scope: Scope, until: string = scope.today): Promise<PromiseRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select p.id::text, p.version, p.client_id::text "clientId", c.name "clientName", p.side, p.text, p.due_on::text "dueOn", p.status,
      p.closed_on::text "closedOn", p.touch_id::text "touchId", k.name "contactName", m.name "ownerName"
    from promise p join client c on c.tenant_id = p.tenant_id and c.id = p.client_id join member m on m.tenant_id = p.tenant_id and m.id = p.owner_id
    left join contact k on k.tenant_id = p.tenant_id and k.client_id = p.client_id and k.id = p.contact_id
    where p.status = 'open' and p.deleted_at is null and p.due_on <= ${until}::date and c.archived_at is null
      and (p.owner_id = ${scope.member.id}::uuid or p.client_id in (select a.client_id from assignment a
        where a.member_id = ${scope.member.id}::uuid and a.role in ('primary', 'deputy')
          and a.starts_on <= ${scope.today}::date and (a.ends_on is null or a.ends_on > ${scope.today}::date)))
    order by p.due_on, p.side, c.name, p.id limit 200`;
  return rows.map((row) => promiseOf(row, scope.today));
}
