import { z } from "zod";
import type { Scope } from "@/lib/access/scope";
import { type Assignment, assignmentRoles } from "@/lib/domain/assignment";
import { roles } from "@/lib/domain/roles";
import type { Receiver } from "@/lib/domain/transfer";

// Rows as lib/domain wants them: days as text, shares in hundredths of a per cent.

const assignmentRow = z.object({
  id: z.string(),
  clientId: z.string(),
  memberId: z.string(),
  role: z.enum(assignmentRoles),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  share: z.number(),
});

const person = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
  mine: z.boolean(),
});

/** A member as planning wants one. `mine`: the caller may give clients to them and take theirs (a lead: the own subtree). */
export type Person = Receiver & z.output<typeof person>;

/** All assignments of these clients, past and future, in order of their first day. Out of reach gives none. */
export async function listAssignmentRows(scope: Scope, clients: readonly string[]): Promise<Assignment[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select a.id::text, a.client_id::text "clientId", a.member_id::text "memberId", a.role, a.starts_on::text "startsOn", a.ends_on::text "endsOn",
      (a.share * 100)::int share
    from assignment a where a.client_id = any(${[...clients]}::uuid[]) order by a.starts_on, a.id`;
  return rows.map((row) => assignmentRow.parse(row));
}

/** These members, also those who left. */
export async function listPersons(scope: Scope, ids: readonly string[]): Promise<Map<string, Person>> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select m.id::text, m.name, m.roles, m.joined_on::text "joinedOn", m.left_on::text "leftOn",
      app.reaches_all() or m.id = any((select app.subordinate_ids())::uuid[]) mine
    from member m where m.id = any(${[...new Set(ids)]}::uuid[])`;
  return new Map(rows.map((row) => person.parse(row)).map((one) => [one.id, one]));
}
