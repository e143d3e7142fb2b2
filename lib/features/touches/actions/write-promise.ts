import type { z } from "zod";
import { Refusal } from "@/lib/access/refusal";
import type { Scope } from "@/lib/access/scope";
import type { binInput, promiseInput, promiseStatusInput } from "../schema";

type Fields = z.output<typeof promiseInput>;

export async function insertPromise(scope: Scope, { clientId, dueOn, ...fields }: Fields): Promise<string> {
  const client = await scope.db.client.findFirst({ where: { id: clientId }, select: { archivedAt: true } });
  if (!client) throw new Refusal("not-found");
  if (client.archivedAt) throw new Refusal("archived");
  const data = { clientId, ...fields, dueOn: new Date(`${dueOn}T00:00:00Z`) };
  return (await scope.db.clientPromise.create({ data, select: { id: true } })).id;
}

export async function rewritePromise(scope: Scope, of: { id: string; version: number }, input: Fields): Promise<void> {
  const { clientId, dueOn, ...fields } = input;
  const { count } = await scope.db.clientPromise.updateMany({
    where: { ...of, clientId, deletedAt: null },
    data: { ...fields, dueOn: new Date(`${dueOn}T00:00:00Z`) },
  });
  if (count > 0) return;
  const there = await scope.db.clientPromise.findFirst({
    where: { id: of.id, clientId, deletedAt: null },
    select: { side: true, text: true, dueOn: true, version: true },
  });
  if (!there) throw new Refusal("not-found");
  const theirs = { side: there.side, text: there.text, dueOn: there.dueOn.toISOString().slice(0, 10) };
  throw new Refusal("conflict", { values: { theirs, version: there.version, mine: input } });
}

/** The same end twice is nothing more. */
export async function closePromise(scope: Scope, input: z.output<typeof promiseStatusInput>): Promise<string> {
  const { id, clientId, status } = input;
  const [before] = await scope.db.$queryRaw<{ status: string }[]>`
    select status from promise where id = ${id}::uuid and client_id = ${clientId}::uuid and deleted_at is null for update`;
  if (!before) throw new Refusal("not-found");
  const closedOn = status === "open" ? null : new Date(`${scope.today}T00:00:00Z`);
  if (before.status !== status)
    await scope.db.clientPromise.updateMany({ where: { id, clientId }, data: { status, closedOn } });
  return before.status;
}

export async function binPromise(scope: Scope, input: z.output<typeof binInput>): Promise<void> {
  const { id, clientId, deleted } = input;
  const { count } = await scope.db.clientPromise.updateMany({
    where: { id, clientId },
    data: { deletedAt: deleted ? scope.now : null, deletedBy: deleted ? scope.member.id : null },
  });
  if (count === 0) throw new Refusal("not-found");
}
