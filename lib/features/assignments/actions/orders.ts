import { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { assignmentRoles } from "@/lib/domain/assignment";
import { addMonths } from "@/lib/domain/calendar-date";
import type { AssignOrder } from "../schema";

// Orders given to the functions of the database, and what these wrote down about them.

const side = z.object({
  id: z.string(),
  client_id: z.string(),
  member_id: z.string(),
  role: z.enum(assignmentRoles),
  starts_on: z.string(),
  ends_on: z.string().nullable(),
});
const order = z.object({
  role: z.enum(assignmentRoles),
  to: z.string().nullable(),
  on: z.string(),
  reason: z.string().nullable(),
  changes: z.array(z.object({ before: side.nullable(), after: side.nullable() })),
});

/** One order of the caller's as app.assign logged it: rows before and after. */
export type LoggedOrder = z.output<typeof order>;

const YEARS_BACK = 5;
const YEARS_AHEAD = 2;

/** A day that nobody can mean is most likely a typing error. */
export function checkDay(today: string, on: string): void {
  if (on < addMonths(today, -12 * YEARS_BACK) || on > addMonths(today, 12 * YEARS_AHEAD))
    throw new Refusal("invalid", { fields: { on: "date-too-far" } });
}

/** Gives the order; answers its id. One client that may not move refuses them all. */
export async function giveOrder(scope: Scope, asked: AssignOrder): Promise<string> {
  checkDay(scope.today, asked.on);
  const seen = asked.seen ? JSON.stringify(asked.seen) : null;
  const [made] = await scope.db.$queryRaw<{ id: string }[]>`
    select app.assign(${asked.clients}::uuid[], ${asked.role}, ${asked.to}::uuid, ${asked.on}::date, ${asked.until}::date, ${asked.share}::numeric,
      ${asked.reason}, ${seen}::jsonb)::text id`;
  if (!made) throw new Error("app.assign answered nothing");
  return made.id;
}

/** An order of the caller's own; not-found when it is not theirs. */
export async function findOrder(scope: Scope, id: string): Promise<LoggedOrder> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select t.role, t.to_member_id::text "to", t.effective_on::text "on", t.reason, t.changes from transfer t where t.id = ${id}::uuid`;
  const found = rows[0];
  if (!found) throw new Refusal("not-found");
  return order.parse(found);
}

export type NamedClient = { id: string; name: string; code: string };

/** Names for letters; asked before the order, because afterwards a lead may no longer reach what nobody owns. */
export async function listNames(scope: Scope, clients: readonly string[]): Promise<NamedClient[]> {
  return scope.db.client.findMany({
    where: { id: { in: [...clients] } },
    select: { id: true, name: true, code: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** Whose each client is on a day. */
export async function listOwners(scope: Scope, clients: readonly string[], on: string): Promise<Map<string, string>> {
  const rows = await scope.db.$queryRaw<{ client: string; owner: string }[]>`
    select a.client_id::text client, a.member_id::text owner from assignment a where a.client_id = any(${[...clients]}::uuid[]) and a.role = 'primary'
      and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on > ${on}::date)`;
  return new Map(rows.map((row) => [row.client, row.owner]));
}
