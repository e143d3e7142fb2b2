import { z } from "zod";
import { type ErrorCode, Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import { type Assignment, type AssignmentRole, WHOLE_SHARE } from "@/lib/domain/assignment";
import { contains } from "@/lib/domain/period";
import { planSpecialist } from "@/lib/domain/specialist";
import { type Change, planTransfer } from "@/lib/domain/transfer";
import type { TransferOrder } from "../schema";
import { type Effects, effectsOf } from "./effects";
import { countClients } from "./receivers";
import { listAssignmentRows, listPersons, type Person } from "./rows";

/** A row that ends or begins; `on` is the day, `share` per cent. */
export type PreviewChange = { memberId: string; name: string; role: AssignmentRole; on: string; share: number };

export type PreviewLine = {
  clientId: string;
  name: string;
  code: string;
  /** Whose the client is on that day; null: nobody's. */
  from: { id: string; name: string } | null;
  closes: PreviewChange[];
  opens: (PreviewChange & { until: string | null })[];
  /** Why this client stays as it is. */
  refused: ErrorCode | null;
};

export type TransferPreview = {
  lines: PreviewLine[];
  moves: number;
  refused: number;
  /** back-dated: figures of months since then will be reckoned anew; future: nothing changes before that day. */
  when: "back-dated" | "today" | "future";
  on: string;
  until: string | null;
  to: { id: string; name: string; clientsNow: number; clientsThen: number } | null;
  /** People at the clients that move: what the receiver will see besides the history. */
  contacts: number;
  /** What the order moves of sales and plans, and which closed slips that concerns. */
  effects: Effects;
  /** Stamps by client, to be handed to assignClients. */
  seen: Record<string, string>;
};

const clientRow = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  archived: z.boolean(),
  stamp: z.string(),
  contacts: z.number(),
});
type ClientRow = z.output<typeof clientRow>;

/** What an order would do, client by client, by the rules that app.assign holds too. Throws not-found when one is out of reach. */
export async function previewOf(scope: Scope, order: TransferOrder): Promise<TransferPreview> {
  const ids = [...new Set(order.clients)];
  const clients = await listClientRows(scope, ids);
  if (clients.length < ids.length) throw new Refusal("not-found");
  const rows = await listAssignmentRows(scope, ids);
  const people = await listPersons(scope, [...rows.map((row) => row.memberId), ...(order.to ? [order.to] : [])]);
  const to = order.to ? (people.get(order.to) ?? null) : null;
  if (order.to && !to?.mine) throw new Refusal("not-found");

  const planned = plan(clients, rows, to, order, scope.today);
  const lines = clients.map((client) => {
    const outside = isOutside(client.id, rows, people, order.on, scope.today);
    const result = outside ? ("outside-team" as const) : (planned.get(client.id) ?? "not-found");
    return lineOf(client, rows, people, order.on, result);
  });
  const moving = new Set(lines.filter((line) => line.refused === null).map((line) => line.clientId));
  const before = to ? await countClients(scope, to.id, order.on) : 0;
  return {
    lines,
    moves: moving.size,
    refused: lines.length - moving.size,
    when: order.on < scope.today ? "back-dated" : order.on > scope.today ? "future" : "today",
    on: order.on,
    until: order.until,
    to: to && {
      id: to.id,
      name: to.name,
      clientsNow: before,
      clientsThen: before + (order.role === "primary" ? moving.size : 0),
    },
    contacts: clients.reduce((sum, client) => sum + (moving.has(client.id) ? client.contacts : 0), 0),
    effects: await effectsOf(
      scope,
      order,
      rows,
      new Map(
        [...planned].flatMap(([id, result]) => (moving.has(id) && typeof result !== "string" ? [[id, result]] : [])),
      ),
      (id) => people.get(id)?.name ?? "",
    ),
    seen: Object.fromEntries(clients.map((client) => [client.id, client.stamp])),
  };
}

async function listClientRows(scope: Scope, ids: string[]): Promise<ClientRow[]> {
  const rows = await scope.db.$queryRaw<unknown[]>`
    select c.id::text, c.name, c.code, c.archived_at is not null archived, app.assignment_stamp(c.id) stamp,
      (select count(*) from contact p where p.tenant_id = c.tenant_id and p.client_id = c.id and p.archived_at is null)::int contacts
    from client c where c.id = any(${ids}::uuid[]) order by c.name, c.id`;
  return rows.map((row) => clientRow.parse(row));
}

function plan(
  clients: readonly ClientRow[],
  rows: readonly Assignment[],
  to: Person | null,
  { role, on, until, share }: TransferOrder,
  today: string,
): Map<string, Change[] | ErrorCode> {
  if (role === "specialist") {
    if (!to) throw new Refusal("invalid", { fields: { to: "choose-one" } });
    const order = { clients, to, on, endsOn: until, share: Math.round((share ?? 0) * 100) };
    return new Map(
      planSpecialist(rows, order).map((one) => [one.clientId, "refused" in one ? one.refused : one.changes]),
    );
  }
  const order = { clients, to, on, today };
  const result = planTransfer(rows, role === "deputy" ? { ...order, role, endsOn: until } : { ...order, role });
  return new Map<string, Change[] | ErrorCode>([
    ...result.moves.map((move) => [move.clientId, move.changes] as const),
    ...result.refused.map((one) => [one.clientId, one.reason] as const),
  ]);
}

/** Not the caller's team's today, or no longer on that day: a lead sees such a client as its deputy, and cannot give it away. */
function isOutside(
  clientId: string,
  rows: readonly Assignment[],
  people: ReadonlyMap<string, Person>,
  on: string,
  today: string,
): boolean {
  const owners = rows.filter((row) => row.clientId === clientId && row.role === "primary");
  const mine = (day: string, ifNobody: boolean) => {
    const owner = owners.find((row) => contains(row, day));
    return owner ? (people.get(owner.memberId)?.mine ?? false) : ifNobody;
  };
  // Who sees a client without an owner sees all of them.
  return !(mine(today, true) && mine(on, true));
}

function lineOf(
  client: ClientRow,
  rows: readonly Assignment[],
  people: ReadonlyMap<string, Person>,
  on: string,
  result: Change[] | ErrorCode,
): PreviewLine {
  const owner = rows.find((row) => row.clientId === client.id && row.role === "primary" && contains(row, on));
  const name = (id: string) => people.get(id)?.name ?? "";
  const changes = typeof result === "string" ? [] : result;
  return {
    clientId: client.id,
    name: client.name,
    code: client.code,
    from: owner ? { id: owner.memberId, name: name(owner.memberId) } : null,
    closes: changes.flatMap(({ before, after }) =>
      before && before.endsOn !== (after?.endsOn ?? before.startsOn)
        ? [{ ...told(before, name), on: after?.endsOn ?? before.startsOn }]
        : [],
    ),
    opens: changes.flatMap(({ before, after }) =>
      after && !before ? [{ ...told(after, name), on: after.startsOn, until: after.endsOn }] : [],
    ),
    refused: typeof result === "string" ? result : null,
  };
}

function told(row: Omit<Assignment, "id">, name: (id: string) => string) {
  return { memberId: row.memberId, name: name(row.memberId), role: row.role, share: (row.share * 100) / WHOLE_SHARE };
}
