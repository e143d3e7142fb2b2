import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { assignmentRoles } from "@/lib/domain/assignment";
import { listReceivers, type ReceiverRow } from "./receivers";
import { listPersons } from "./rows";

const part = z.object({
  role: z.enum(assignmentRoles),
  clientId: z.string(),
  name: z.string(),
  code: z.string(),
  tier: z.string().nullable(),
  deputyId: z.string().nullable(),
});

export type LeavingClient = Omit<z.output<typeof part>, "role">;

/** What stands in the way of someone's leaving on a day: the clients they own from then on, and how many other parts of theirs end. */
export type LeavePreview = {
  member: { id: string; name: string };
  /** `deputyId` stands in for the client on that day: the first to think of. */
  clients: LeavingClient[];
  endingParts: number;
  receivers: ReceiverRow[];
};

export async function leavePreviewOf(scope: Scope, memberId: string, on: string): Promise<LeavePreview> {
  const member = (await listPersons(scope, [memberId])).get(memberId);
  if (!member || member.leftOn !== null) throw new Refusal("not-found");
  const rows = await scope.db.$queryRaw<unknown[]>`
    select distinct on (c.name, c.id, a.role = 'primary') a.role, c.id::text "clientId", c.name, c.code, c.tier,
      (select d.member_id::text from assignment d where d.tenant_id = c.tenant_id and d.client_id = c.id and d.role = 'deputy' and d.member_id <> a.member_id
        and d.starts_on <= ${on}::date and (d.ends_on is null or d.ends_on > ${on}::date) order by d.starts_on limit 1) "deputyId"
    from assignment a join client c on c.tenant_id = a.tenant_id and c.id = a.client_id
    where a.member_id = ${memberId}::uuid and (a.ends_on is null or a.ends_on > ${on}::date)
    order by c.name, c.id, a.role = 'primary'`;
  const parts = rows.map((row) => part.parse(row));
  const owned = parts.filter(({ role }) => role === "primary");
  const receivers = await listReceivers(scope, "primary");
  return {
    member: { id: member.id, name: member.name },
    clients: owned.map(({ role: _, ...client }) => client),
    endingParts: parts.length - owned.length,
    receivers: receivers.filter(({ id }) => id !== memberId),
  };
}
